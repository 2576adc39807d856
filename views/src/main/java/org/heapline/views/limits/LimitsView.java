package org.heapline.views.limits;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.heapline.client.MaxMem.Memory;
import org.heapline.client.trip.TripAction.Kind;
import org.heapline.views.fx.Fxml;
import org.heapline.views.session.Triggers.Row;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;

/** The list of limits, and the form in which one is written. */
public final class LimitsView {
    private final LimitsViewModel model;
    private final Parent root;

    @FXML
    private ListView<Row> rows;

    @FXML
    private ChoiceBox<Memory> memory;

    @FXML
    private TextField size;

    @FXML
    private Node window;

    @FXML
    private TextField minutes;

    @FXML
    private CheckBox children;

    @FXML
    private Label hint;

    @FXML
    private CheckBox debugger;

    @FXML
    private CheckBox park;

    @FXML
    private CheckBox snapshot;

    @FXML
    private CheckBox dump;

    @FXML
    private CheckBox live;

    @FXML
    private CheckBox compressed;

    @FXML
    private CheckBox histogram;

    @FXML
    private CheckBox threads;

    @FXML
    private CheckBox run;

    @FXML
    private TextField command;

    @FXML
    private CheckBox exit;

    @FXML
    private CheckBox rearm;

    @FXML
    private TextField rearmBy;

    @FXML
    private Label problem;

    @FXML
    private Button apply;

    public LimitsView(LimitsViewModel model) {
        this.model = model;
        this.root = Fxml.load(this, "limits.fxml");
    }

    /** The view to put into a dialog. */
    public Parent root() {
        return root;
    }

    /** Puts the keyboard where a limit is written. */
    public void focus() {
        size.requestFocus();
    }

    @FXML
    private void initialize() {
        rows.setCellFactory(list -> new LimitCell(model));
        rows.setItems(model.rows());
        bindLimit(model.form());
        bindActions(model.form().actions());
        rearm.selectedProperty().bindBidirectional(model.form().rearmProperty());
        rearmBy.textProperty().bindBidirectional(model.form().rearmByProperty());
        rearmBy.disableProperty().bind(rearm.selectedProperty().not());
        problem.textProperty().bind(model.form().problemProperty());
        apply.textProperty()
                .bind(Bindings.when(model.changingProperty())
                        .then(Messages.text("limits.change"))
                        .otherwise(Messages.text("limits.add")));
    }

    private void bindLimit(LimitForm form) {
        memory.getItems().setAll(Memory.values());
        memory.setConverter(new Names());
        memory.valueProperty().bindBidirectional(form.memoryProperty());
        size.textProperty().bindBidirectional(form.sizeProperty());
        minutes.textProperty().bindBidirectional(form.minutesProperty());
        children.selectedProperty().bindBidirectional(form.childrenProperty());
        form.problemProperty()
                .addListener((property, was, is) -> size.pseudoClassStateChanged(Styles.INVALID, !is.isEmpty()));
        form.memoryProperty().addListener(changed -> showMemory());
        showMemory();
    }

    private void showMemory() {
        Memory now = model.form().memoryProperty().get();
        show(window, now == Memory.RATE);
        show(children, now == Memory.RSS);
        hint.setText(Messages.text("limits.hint." + now.name().toLowerCase(Locale.ROOT)));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void bindActions(ActionChoice actions) {
        tick(debugger, actions, Kind.JDWP);
        tick(park, actions, Kind.PARK);
        tick(snapshot, actions, Kind.SNAPSHOT);
        tick(dump, actions, Kind.DUMP);
        tick(histogram, actions, Kind.HISTOGRAM);
        tick(threads, actions, Kind.THREADS);
        tick(run, actions, Kind.RUN);
        tick(exit, actions, Kind.EXIT);
        live.selectedProperty().bindBidirectional(actions.liveProperty());
        compressed.selectedProperty().bindBidirectional(actions.compressedProperty());
        live.disableProperty().bind(dump.selectedProperty().not());
        compressed.disableProperty().bind(dump.selectedProperty().not());
        command.textProperty().bindBidirectional(actions.commandProperty());
        command.disableProperty().bind(run.selectedProperty().not());
    }

    private static void tick(CheckBox box, ActionChoice actions, Kind kind) {
        box.selectedProperty().bindBidirectional(actions.of(kind));
    }

    private static final class Names extends StringConverter<Memory> {
        @Override
        public String toString(Memory memory) {
            return memory == null ? "" : LimitsViewModel.name(memory);
        }

        @Override
        public Memory fromString(String text) {
            return Memory.valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    @FXML
    private void apply() {
        model.apply();
    }
}
