package org.heapline.views.session;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.heapline.client.MaxMem;
import org.heapline.profile.format.ReportFormat;
import org.heapline.views.fx.Fxml;
import org.heapline.views.session.ToolbarViewModel.Recording;
import org.heapline.views.settings.TextSize;
import org.heapline.views.snapshots.SavedSnapshot;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** The toolbar of a session. */
public final class ToolbarView {
    private static final double NARROW_WIDTH = 1120;
    private static final double LEAST_WIDTH = 960;

    private final SessionViewModel session;
    private final ToolbarViewModel model;
    private final MaxMemViewModel limits;
    private final SessionDesk desk;
    private final Parent root;
    private final Tooltip limitsTip = new Tooltip();
    private final Tooltip limitTip = new Tooltip(Messages.text("toolbar.maxmem.tip"));

    @FXML
    private HBox bar;

    @FXML
    private Button record;

    @FXML
    private Label patterns;

    @FXML
    private Label methods;

    @FXML
    private Button choose;

    @FXML
    private HBox maxmem;

    @FXML
    private ToggleSwitch armed;

    @FXML
    private TextField limit;

    @FXML
    private ChoiceBox<MaxMem.Memory> memory;

    @FXML
    private Button allLimits;

    @FXML
    private Button save;

    @FXML
    private MenuButton export;

    @FXML
    private MenuButton compare;

    @FXML
    private Button collect;

    @FXML
    private Button detach;

    @FXML
    private MenuButton more;

    public ToolbarView(SessionViewModel session, ToolbarViewModel model, MaxMemViewModel limits, SessionDesk desk) {
        this.session = session;
        this.model = model;
        this.limits = limits;
        this.desk = desk;
        root = Fxml.load(this, "toolbar.fxml");
        record.textProperty().bind(model.recordingTextProperty());
        patterns.textProperty().bind(model.patternsProperty());
        methods.textProperty().bind(model.methodsProperty());
        Tooltip all = new Tooltip();
        all.textProperty().bind(Bindings.concat(model.patternsProperty(), "\n" + Messages.text("toolbar.choose.tip")));
        choose.setTooltip(all);
        bindMaxMem();
        fillExport();
        compare.setOnShowing(event -> fillCompare());
        fillCompare();
        bar.widthProperty().addListener(changed -> fit());
        session.stateProperty().addListener(changed -> enable());
        model.recordingProperty().addListener(changed -> enable());
        enable();
    }

    /** Says less where there is less room: first what an icon says too, then what the tooltip says too. */
    private void fit() {
        double width = bar.getWidth() / TextSize.scale(desk.preferences());
        bar.pseudoClassStateChanged(Styles.NARROW, width < NARROW_WIDTH);
        methods.setVisible(width >= LEAST_WIDTH);
        methods.setManaged(width >= LEAST_WIDTH);
    }

    private void bindMaxMem() {
        armed.selectedProperty().bindBidirectional(limits.onProperty());
        limit.textProperty().bindBidirectional(limits.limitProperty());
        limit.setOnAction(event -> limits.apply());
        limit.setTooltip(limitTip);
        limits.problemProperty().addListener((property, was, is) -> {
            limit.pseudoClassStateChanged(Styles.INVALID, !is.isEmpty());
            limitTip.setText(is.isEmpty() ? Messages.text("toolbar.maxmem.tip") : is);
        });
        limits.onProperty()
                .addListener(changed -> maxmem.pseudoClassStateChanged(
                        Styles.LIVE, limits.onProperty().get()));
        memory.setConverter(new MemoryNames());
        memory.getItems().setAll(MaxMemViewModel.MEMORIES);
        memory.valueProperty().bindBidirectional(limits.memoryProperty());
        maxmem.pseudoClassStateChanged(Styles.LIVE, limits.onProperty().get());
        allLimits.setTooltip(limitsTip);
        limits.othersProperty().addListener(changed -> showOthers());
        showOthers();
    }

    private void showOthers() {
        int others = limits.othersProperty().get();
        allLimits.setText(others == 0 ? "" : "+" + others);
        String tip = Messages.text("toolbar.limits.tip");
        limitsTip.setText(others == 0 ? tip : tip + "\n" + Messages.text("toolbar.limits.more", others));
    }

    private static final class MemoryNames extends StringConverter<MaxMem.Memory> {
        @Override
        public String toString(MaxMem.Memory memory) {
            return memory == null
                    ? ""
                    : Messages.text("toolbar.maxmem." + memory.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public MaxMem.Memory fromString(String text) {
            return MaxMem.Memory.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    private void fillExport() {
        for (ReportFormat format : ReportFormat.values()) {
            MenuItem item = new MenuItem(Messages.text("toolbar.export." + format.key()));
            item.setId("export-" + format.key());
            item.setOnAction(event -> desk.export(session, format));
            export.getItems().add(item);
        }
    }

    private void fillCompare() {
        compare.getItems().clear();
        for (SavedSnapshot file : desk.snapshots()) {
            MenuItem item = new MenuItem(file.name());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> desk.compare(file.file(), session));
            compare.getItems().add(item);
        }
        if (!compare.getItems().isEmpty()) {
            compare.getItems().add(new SeparatorMenuItem());
        }
        MenuItem other = new MenuItem(Messages.text("toolbar.compare.other"));
        other.setOnAction(event -> desk.compareOther(session));
        compare.getItems().add(other);
    }

    private void enable() {
        Recording now = model.recordingProperty().get();
        boolean live = session.isLive();
        record.pseudoClassStateChanged(Styles.HELD, now == Recording.HELD);
        record.pseudoClassStateChanged(Styles.STOPPED, now == Recording.STOPPED);
        record.pseudoClassStateChanged(Styles.LOST, now == Recording.ENDED || now == Recording.SAVED);
        record.setDisable(!live);
        choose.setDisable(!live);
        maxmem.setDisable(!live);
        collect.setDisable(!live);
        detach.setDisable(!live);
        more.setDisable(!live);
        save.setDisable(now == Recording.SAVED);
    }

    @FXML
    private void hold() {
        model.toggleHeld();
    }

    @FXML
    private void showLimits() {
        desk.limits(session);
    }

    @FXML
    private void choose() {
        desk.choose(session);
    }

    @FXML
    private void save() {
        desk.save(session);
    }

    @FXML
    private void collect() {
        session.collect();
    }

    @FXML
    private void detach() {
        session.detach();
    }

    @FXML
    private void reset() {
        session.reset();
    }

    @FXML
    private void heapDump() {
        desk.heapDump(session);
    }

    public Parent node() {
        return root;
    }
}
