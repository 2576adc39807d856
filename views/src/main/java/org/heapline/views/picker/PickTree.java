package org.heapline.views.picker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TreeItem;

/** The tree of what was found: packages, their classes, and the methods of those that were opened. */
final class PickTree {
    private static final int OPEN_UP_TO = 60;

    private final PickerViewModel model;
    private final TreeItem<PickNode> root = new TreeItem<>(new PickNode.Root());

    PickTree(PickerViewModel model) {
        this.model = model;
        root.setExpanded(true);
        model.classesProperty().addListener((property, was, is) -> show(is));
        show(model.classesProperty().get());
    }

    TreeItem<PickNode> root() {
        return root;
    }

    private void show(List<String> classes) {
        Set<String> open = new HashSet<>();
        for (TreeItem<PickNode> item : root.getChildren()) {
            if (item.isExpanded()) {
                open.add(item.getValue().label());
            }
        }
        Map<String, List<TreeItem<PickNode>>> packages = new LinkedHashMap<>();
        for (String name : classes) {
            PickNode.Type type = new PickNode.Type(name);
            packages.computeIfAbsent(type.packageName(), unused -> new ArrayList<>())
                    .add(classItem(type));
        }
        List<TreeItem<PickNode>> items = new ArrayList<>();
        packages.forEach((name, types) -> {
            TreeItem<PickNode> item = new TreeItem<>(new PickNode.Package(name, types.size()));
            item.getChildren().setAll(types);
            item.setExpanded(classes.size() <= OPEN_UP_TO || open.contains(name));
            items.add(item);
        });
        root.getChildren().setAll(items);
    }

    private TreeItem<PickNode> classItem(PickNode.Type type) {
        TreeItem<PickNode> item = new TreeItem<>(type) {
            private boolean asked;

            @Override
            public boolean isLeaf() {
                return asked && getChildren().isEmpty();
            }

            private void ask() {
                if (!asked) {
                    asked = true;
                    model.methodsOf(type.className(), methods -> getChildren()
                            .setAll(methods.stream()
                                    .map(name -> new TreeItem<PickNode>(new PickNode.Method(type.className(), name)))
                                    .toList()));
                }
            }

            {
                expandedProperty().addListener((property, was, is) -> ask());
            }
        };
        return item;
    }
}
