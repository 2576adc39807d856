package org.heapline.views.source;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.heapline.views.text.Messages;
import org.jspecify.annotations.Nullable;

/** What can be done with a line of the text and the method around it. */
final class SourceMenu extends ContextMenu {
    private final SourceViewModel model;
    private final IntSupplier line;
    private final Supplier<List<Call>> calls;
    private final List<MenuItem> usual;
    private final MenuItem profile = new MenuItem();
    private final MenuItem only = new MenuItem();
    private final MenuItem leaveOut = new MenuItem();

    /** @param calls the calls of the line */
    SourceMenu(
            SourceViewModel model, IntSupplier line, Supplier<List<Call>> calls, Runnable copy, Runnable editFolders) {
        this.model = model;
        this.calls = calls;
        this.line = line;
        MenuItem copyItem = new MenuItem(Messages.text("source.copy"));
        copyItem.setOnAction(event -> copy.run());
        profile.setOnAction(event -> method(model.choice()::profile));
        only.setOnAction(event -> method(model.choice()::profileOnly));
        leaveOut.setOnAction(event -> method(model.choice()::leaveOut));
        getItems().addAll(profile, only, leaveOut, new SeparatorMenuItem());
        for (Editor editor : Editor.values()) {
            MenuItem item = new MenuItem(Messages.text("source.openIn", editor.title()));
            item.setOnAction(event -> model.openIn(editor, line.getAsInt()));
            getItems().add(item);
        }
        MenuItem folders = new MenuItem(Messages.text("source.folders.edit"));
        folders.setOnAction(event -> editFolders.run());
        getItems().addAll(new SeparatorMenuItem(), folders, new SeparatorMenuItem(), copyItem);
        usual = List.copyOf(getItems());
        setOnShowing(event -> read());
    }

    private void read() {
        List<MenuItem> follow = FollowMenu.items(model, calls.get());
        getItems().setAll(follow);
        if (!follow.isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        getItems().addAll(usual);
        MethodRange method = model.methodAt(line.getAsInt());
        boolean possible = method != null && model.choice().canChoose();
        boolean profiled = method != null && model.choice().isProfiled(method);
        String name = method == null ? "" : method.method();
        profile.setVisible(possible && !profiled);
        profile.setText(Messages.text("source.menu.profile", name));
        only.setVisible(possible);
        only.setText(Messages.text("source.menu.only", name));
        leaveOut.setVisible(possible && profiled);
        boolean narrow = method != null && model.choice().without(method) != null;
        leaveOut.setDisable(!narrow);
        boolean last = method != null && model.choice().isOnly(method);
        String covered = last ? "source.menu.lastOne" : "source.menu.covered";
        leaveOut.setText(Messages.text(narrow ? "source.menu.leaveOut" : covered, name));
    }

    private void method(Consumer<MethodRange> action) {
        @Nullable MethodRange method = model.methodAt(line.getAsInt());
        if (method != null) {
            action.accept(method);
        }
    }
}
