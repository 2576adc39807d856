package org.heapline.views.paused;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.heapline.client.Variable;
import org.jspecify.annotations.Nullable;

/** Fills the tree of locals; a branch asks the target when it is opened for the first time. */
final class LocalsTree {
    private static final Variable ROOT = new Variable("", "", "", -1, -1, -1, false, true);

    private final LocalsModel model;
    private final TreeView<Variable> tree;

    LocalsTree(LocalsModel model, TreeView<Variable> tree) {
        this.model = model;
        this.tree = tree;
        tree.setShowRoot(false);
        tree.setCellFactory(each -> new LocalCell());
        model.roots().addListener((ListChangeListener<Variable>) change -> show());
        show();
    }

    private void show() {
        TreeItem<Variable> root = new TreeItem<>(ROOT);
        for (Variable each : model.roots()) {
            root.getChildren().add(branch(each));
        }
        root.setExpanded(true);
        tree.setRoot(root);
    }

    private TreeItem<Variable> branch(Variable variable) {
        TreeItem<Variable> item = new TreeItem<>(variable);
        if (variable.opens() && variable.deepBytes() >= 0 && !variable.type().equals("java.lang.String")) {
            // Shows the arrow; what is really there is put in its place.
            item.getChildren().add(new TreeItem<>(new Variable("…", "", "", -1, -1, -1, false, false)));
            item.expandedProperty().addListener((property, was, is) -> {
                if (is && isUnread(item)) {
                    model.open(path(item), found -> fill(item, found));
                }
            });
        }
        return item;
    }

    private static boolean isUnread(TreeItem<Variable> item) {
        return item.getChildren().size() == 1
                && item.getChildren().get(0).getValue().name().equals("…");
    }

    private void fill(TreeItem<Variable> item, List<Variable> found) {
        List<TreeItem<Variable>> children = new ArrayList<>();
        found.forEach(each -> children.add(branch(each)));
        item.getChildren().setAll(children);
    }

    private static List<String> path(TreeItem<Variable> item) {
        List<String> names = new ArrayList<>();
        for (@Nullable TreeItem<Variable> at = item; at != null && at.getValue() != ROOT; at = at.getParent()) {
            names.add(0, at.getValue().name());
        }
        return names;
    }
}
