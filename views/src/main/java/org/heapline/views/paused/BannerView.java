package org.heapline.views.paused;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.heapline.client.PausedThread;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.PlainText;
import org.heapline.views.text.Figures;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The line above the source that says why the thread stopped, with all that can be done now. Hidden while none is. */
public final class BannerView {
    private final PausedViewModel model;
    private final Runnable heapDump;
    private final List<LineLink> links;
    private final Parent root;

    @FXML
    private Label whyLabel;

    @FXML
    private Button stepButton;

    @FXML
    private Button intoButton;

    @FXML
    private Button outButton;

    @FXML
    private MenuItem runToItem;

    @FXML
    private CheckMenuItem othersItem;

    @FXML
    private MenuItem handOverItem;

    @FXML
    private MenuItem restartItem;

    @FXML
    private MenuItem higherItem;

    @FXML
    private Menu openInMenu;

    @FXML
    private MenuButton openInButton;

    @FXML
    private SplitMenuButton resumeButton;

    @FXML
    private Node handedOverRow;

    @FXML
    private TextField handedOverField;

    /**
     * @param heapDump asks for a file and writes a heap dump of the target
     * @param links where else the line can be looked at
     */
    public BannerView(PausedViewModel model, Runnable heapDump, List<LineLink> links) {
        this.model = model;
        this.heapDump = heapDump;
        this.links = List.copyOf(links);
        this.root = Fxml.load(this, "banner.fxml");
        model.threadProperty().addListener((property, was, is) -> refresh());
        model.handedOverToProperty().addListener((property, was, is) -> refresh());
        refresh();
    }

    /** The view to put above the source. */
    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        whyLabel.textProperty().bind(model.whyProperty());
        Tooltip all = new Tooltip();
        all.textProperty().bind(model.whyProperty());
        whyLabel.setTooltip(all);
        for (LineLink link : links) {
            openInMenu.getItems().add(item(link));
            openInButton.getItems().add(item(link));
        }
        model.actions().othersSuspendedProperty().addListener((property, was, is) -> othersItem.setSelected(is));
    }

    private static MenuItem item(LineLink link) {
        MenuItem item = new MenuItem(link.title());
        item.setOnAction(event -> link.open().run());
        return item;
    }

    private void refresh() {
        show(root, model.threadProperty().get() != null);
        @Nullable String typed = model.handedOverToProperty().get();
        boolean stepping = model.inDebugger() && typed == null;
        for (Button each : List.of(stepButton, intoButton, outButton)) {
            show(each, stepping);
        }
        for (MenuItem each : List.of(runToItem, othersItem, handOverItem)) {
            each.setVisible(stepping);
        }
        restartItem.setVisible(!model.inDebugger());
        PausedThread thread = model.threadProperty().get();
        if (thread != null) {
            higherItem.setText(Messages.text(
                    "paused.resumeHigher", Figures.bytes(model.actions().higherLimit(thread.trip()))));
        }
        show(handedOverRow, typed != null);
        handedOverField.setText(typed == null ? "" : typed);
        resumeButton.setText(Messages.text(stepping ? "paused.resume" : "paused.release"));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void step() {
        model.step();
    }

    @FXML
    private void stepInto() {
        model.step(PausedThread.Step.INTO);
    }

    @FXML
    private void stepOut() {
        model.step(PausedThread.Step.OUT);
    }

    @FXML
    private void runTo() {
        model.runToChosen();
    }

    @FXML
    private void others() {
        model.actions().suspendOthers(othersItem.isSelected());
    }

    @FXML
    private void copyRestart() {
        PlainText.copy(model.actions().restartWithDebugger());
    }

    @FXML
    private void copyAll() {
        model.actions().copy(model.recentLines(), PlainText::copy);
    }

    @FXML
    private void resumeHigher() {
        PausedThread thread = model.threadProperty().get();
        if (thread != null) {
            model.actions().resumeWith(model.actions().higherLimit(thread.trip()));
        }
    }

    @FXML
    private void handOver() {
        model.handOver();
    }

    @FXML
    private void dump() {
        heapDump.run();
    }

    @FXML
    private void resume() {
        model.resume();
    }

    @FXML
    private void copyAddress() {
        PlainText.copy(handedOverField.getText());
    }
}
