package org.heapline.views.source;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.heapline.views.fx.Fxml;
import org.heapline.views.text.Messages;
import org.heapline.views.theme.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The folders and archives of sources that the user has named: add some, remove some. */
public final class SourceFoldersDialog {
    private final SourceViewModel model;
    private final Parent root;

    @FXML
    private ListView<Path> folders;

    /** @param model is told of every change at once */
    public SourceFoldersDialog(SourceViewModel model) {
        this.model = model;
        root = Fxml.load(this, "source-folders.fxml");
        folders.setCellFactory(list -> new FolderCell());
        folders.getItems().setAll(model.sourceFolders());
    }

    /** Opens the dialog and returns at once. */
    static void open(Window owner, SourceViewModel model) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("source.folders"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("source-folders-dialog");
        dialog.getDialogPane().setContent(new SourceFoldersDialog(model).root);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }

    /** What is put into the dialog. */
    public Parent root() {
        return root;
    }

    @FXML
    private void addFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Messages.text("source.addFolder.title"));
        add(chooser.showDialog(root.getScene().getWindow()));
    }

    @FXML
    private void addArchive() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("source.folders.archive.title"));
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(Messages.text("source.folders.archive"), "*.jar", "*.zip"));
        add(chooser.showOpenDialog(root.getScene().getWindow()));
    }

    private void add(@Nullable File chosen) {
        if (chosen != null) {
            model.addSourceFolder(chosen.toPath());
            folders.getItems().setAll(model.sourceFolders());
        }
    }

    private void remove(Path folder) {
        model.removeSourceFolder(folder);
        folders.getItems().setAll(model.sourceFolders());
    }

    private final class FolderCell extends ListCell<Path> {
        private final Label name = new Label();
        private final Label missing = new Label(Messages.text("source.folders.missing"));
        private final Button remove = new Button();
        private final HBox row = new HBox(name, missing, remove);

        FolderCell() {
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            missing.getStyleClass().addAll(Styles.SMALL, "missing");
            missing.setMinWidth(Region.USE_PREF_SIZE);
            remove.setGraphic(new FontIcon("fth-x"));
            remove.getStyleClass().addAll(Styles.BARE, Styles.ICON_ONLY);
            remove.setAccessibleText(Messages.text("source.folders.remove"));
            remove.setOnAction(event -> remove(getItem()));
            row.getStyleClass().add("pick");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Path folder, boolean empty) {
            super.updateItem(folder, empty);
            if (empty || folder == null) {
                setGraphic(null);
                return;
            }
            name.setText(folder.toString());
            boolean gone = !Files.exists(folder);
            missing.setVisible(gone);
            missing.setManaged(gone);
            setGraphic(row);
        }
    }
}
