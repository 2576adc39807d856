package org.heapline.views.source;

import java.io.File;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.heapline.views.fx.Fxml;
import org.heapline.views.session.SelectedLine;
import org.heapline.views.settings.Preferences;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** The source view: where the text belongs and where it came from, and the text, or why there is none. */
public final class SourceView implements AutoCloseable {
    private final SourceViewModel model;
    private final Crumbs crumbs = new Crumbs();
    private final CodePane code;
    private final Parent root;

    @FXML
    private VBox bannerPlace;

    @FXML
    private Button backButton;

    @FXML
    private Label decompiledBadge;

    @FXML
    private HBox crumbRow;

    @FXML
    private Label originLabel;

    @FXML
    private MenuButton columns;

    @FXML
    private StackPane body;

    @FXML
    private Node nothingPane;

    @FXML
    private Node loadingPane;

    @FXML
    private Label loadingLabel;

    @FXML
    private Node notFoundPane;

    @FXML
    private Label notFoundTitle;

    @FXML
    private Node givenUpPane;

    @FXML
    private Label givenUpTitle;

    @FXML
    private ListView<String> lookedAtList;

    /** A view that remembers nothing. */
    public SourceView(SourceViewModel model) {
        this(model, new Preferences());
    }

    /** @param preferences where the columns are remembered */
    public SourceView(SourceViewModel model, Preferences preferences) {
        this.model = model;
        this.code = new CodePane(model, preferences, this::editFolders);
        this.root = Fxml.load(this, "source.fxml");
    }

    /** Lets go of the session. */
    @Override
    public void close() {
        code.close();
    }

    /** The view to put into a window. */
    public Parent root() {
        return root;
    }

    /** Puts something between the top of the view and its text: the banner of a stopped thread. */
    public void setBanner(Node banner) {
        bannerPlace.getChildren().setAll(banner);
    }

    @FXML
    private void initialize() {
        crumbRow.getChildren().add(1, crumbs);
        body.getChildren().add(code.node());
        columns.setOnShowing(event -> columns.getItems().setAll(code.columnItems()));
        columns.getItems().setAll(code.columnItems());
        model.stateProperty().addListener((property, was, is) -> show(is));
        model.placeProperty().addListener((property, was, is) -> showPlace(is));
        show(model.stateProperty().get());
        showPlace(model.placeProperty().get());
    }

    private void show(SourceState state) {
        only(nothingPane, state instanceof SourceState.Nothing);
        only(loadingPane, state instanceof SourceState.Loading);
        only(notFoundPane, state instanceof SourceState.NotFound);
        only(givenUpPane, state instanceof SourceState.GivenUp);
        only(code.node(), state instanceof SourceState.Shown);
        only(decompiledBadge, false);
        originLabel.setText("");
        if (state instanceof SourceState.Loading loading) {
            loadingLabel.setText(Messages.text("source.loading", loading.className()));
        } else if (state instanceof SourceState.NotFound missing) {
            notFoundTitle.setText(Messages.text("source.notFound.title", missing.className()));
            lookedAtList.getItems().setAll(missing.lookedAt());
        } else if (state instanceof SourceState.GivenUp cancelled) {
            givenUpTitle.setText(Messages.text("source.givenUp", cancelled.className()));
        } else if (state instanceof SourceState.Shown shown) {
            showText(shown.text());
        }
    }

    private static void only(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void showText(SourceText text) {
        only(decompiledBadge, text.decompiled());
        originLabel.setText(text.origin());
        originLabel.setTooltip(new Tooltip(text.place()));
        decompiledBadge.setTooltip(new Tooltip(text.place()));
        code.show(text);
        showPlace(model.placeProperty().get());
    }

    private void showPlace(@Nullable SelectedLine place) {
        only(backButton, model.trail().canGoBack());
        if (place == null) {
            crumbs.show("", "", "");
            return;
        }
        int dot = place.className().lastIndexOf('.');
        crumbs.show(
                dot < 0 ? "" : place.className().substring(0, dot),
                place.className().substring(dot + 1).replace('$', '.'),
                place.method());
        code.select(place.line());
    }

    /** Goes to what the chosen line calls. */
    public void followCall() {
        code.followCall();
    }

    /** Opens the chosen line in another program; the first line if none is chosen. */
    public void openIn(Editor editor) {
        model.openIn(editor, code.line());
    }

    /** Goes back to where one looked before, or on again. */
    public void visit(boolean back) {
        if (back) {
            model.trail().back();
        } else {
            model.trail().forward();
        }
    }

    @FXML
    private void goBack() {
        visit(true);
    }

    /** Opens the line in which the text is searched. */
    public void find() {
        code.find();
    }

    /** Goes to the next hot line of the text, or the one before. */
    public void jumpToHot(boolean down) {
        code.jumpToHot(down);
    }

    @FXML
    private void nextHot() {
        jumpToHot(true);
    }

    @FXML
    private void previousHot() {
        jumpToHot(false);
    }

    @FXML
    private void lookAgain() {
        model.lookAgain();
    }

    /** Opens the list of folders in which sources are looked for first. */
    @FXML
    public void editFolders() {
        SourceFoldersDialog.open(root.getScene().getWindow(), model);
    }

    @FXML
    private void addFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("source.addFolder.title"));
        File folder = chooser.showDialog(root.getScene().getWindow());
        if (folder != null) {
            model.addSourceFolder(folder.toPath());
        }
    }
}
