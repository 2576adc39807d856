package org.heapline.views.session;

import atlantafx.base.controls.ToggleSwitch;
import java.util.EnumSet;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.heapline.client.MaxMem;
import org.heapline.views.fx.Fxml;
import org.heapline.views.fx.Ties;
import org.heapline.views.session.ToolbarViewModel.Recording;
import org.heapline.views.settings.TextSize;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** The toolbar of a session. */
public final class ToolbarView {
    /** As much of what is profiled is shown in any case, and as much room is left for a longer time, in pixels. */
    private static final double PATTERNS = 110;

    private static final double SPARE = 12;

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
    private Region gap;

    @FXML
    private MenuButton more;

    private final MoreMenu moreItems;
    private final boolean saved;

    /** @param ties let go of the session when the toolbar does */
    public ToolbarView(
            SessionViewModel session, ToolbarViewModel model, MaxMemViewModel limits, SessionDesk desk, Ties ties) {
        this.session = session;
        saved = session.session() == null;
        this.model = model;
        this.limits = limits;
        this.desk = desk;
        root = Fxml.load(this, "toolbar.fxml");
        record.textProperty().bind(model.recordingTextProperty());
        patterns.textProperty().bind(model.patternsProperty());
        methods.textProperty().bind(model.methodsProperty());
        methods.textProperty().addListener(changed -> fit());
        Tooltip all = new Tooltip();
        all.textProperty().bind(Bindings.concat(model.patternsProperty(), "\n" + Messages.text("toolbar.choose.tip")));
        choose.setTooltip(all);
        ReportMenus reports = new ReportMenus(session, desk);
        export.getItems().setAll(reports.exports("export-"));
        compare.setOnShowing(event -> compare.getItems().setAll(reports.comparisons()));
        compare.getItems().setAll(reports.comparisons());
        moreItems = new MoreMenu(more, session, desk, reports);
        bindMaxMem();
        bar.widthProperty().addListener(changed -> fit());
        ties.follow(session.stateProperty(), changed -> enable());
        model.recordingProperty().addListener(changed -> enable());
        enable();
    }

    /** How much stands in the toolbar; each says less than the one before. */
    private enum Wording {
        ALL,
        /** No icons. */
        WORDS,
        /** No number of methods either. */
        FEWER,
        ICONS,
        /** No number of methods either. */
        BARE,
        /** What is done with the figures is in the menu, what is done with the program is not. */
        SOME,
        /** What is not there is in the menu. */
        LEAST
    }

    /** Says as much as there is room for in this language and size; what is left out, tooltips or the menu say. */
    private void fit() {
        if (bar.getWidth() > 0) {
            for (Wording wording : Wording.values()) {
                say(wording);
                if (needed() <= bar.getWidth()) {
                    return;
                }
            }
        }
    }

    private void say(Wording wording) {
        bar.pseudoClassStateChanged(Styles.WORDS, wording == Wording.WORDS || wording == Wording.FEWER);
        bar.pseudoClassStateChanged(Styles.NARROW, wording.compareTo(Wording.ICONS) >= 0);
        show(EnumSet.of(Wording.ALL, Wording.WORDS, Wording.ICONS).contains(wording), methods);
        boolean folded = wording == Wording.LEAST;
        boolean some = folded || wording == Wording.SOME;
        show(!some, export, compare);
        show(!folded && !saved, gap, collect, detach);
        moreItems.fold(some, folded);
        // A snapshot has no program behind it that anything could be done with.
        show(!saved, choose, maxmem, save);
        show(!saved || some, more);
        bar.applyCss();
    }

    private static void show(boolean shown, Node... nodes) {
        for (Node node : nodes) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private double needed() {
        double scale = TextSize.scale(desk.preferences());
        double cut = Math.max(0, patterns.prefWidth(-1) - PATTERNS * scale);
        return bar.prefWidth(-1) - cut + SPARE * scale;
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
        fit();
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
        moreItems.enable(live);
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
        session.requests().collect();
    }

    @FXML
    private void detach() {
        session.requests().detach();
    }

    public Parent node() {
        return root;
    }
}
