package org.heapline.views.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.heapline.views.text.Messages;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A screen reader can say of each list and field of the views what it is. */
class AccessibleNamesTest {
    private static final Set<String> LISTS = Set.of("ListView", "TableView", "TreeView");

    /** Their own text would be hidden by an accessible text. */
    private static final Set<String> FIELDS = Set.of("TextField", "ChoiceBox");

    @Test
    void listsAndFieldsHaveNames() throws Exception {
        Path root = Path.of(Messages.class.getResource("messages.properties").toURI())
                .getParent()
                .getParent();
        List<String> nameless = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".fxml")).toList()) {
                NodeList elements = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("*");
                for (int i = 0; i < elements.getLength(); i++) {
                    Element element = (Element) elements.item(i);
                    boolean list = LISTS.contains(element.getTagName());
                    boolean field = FIELDS.contains(element.getTagName());
                    seen += list || field ? 1 : 0;
                    if (list && !has(element, "accessibleText")
                            || field && !has(element, "promptText") && !has(element, "accessibleHelp")) {
                        nameless.add(file.getFileName() + " " + element.getAttribute("id"));
                    }
                }
            }
        }
        assertEquals(List.of(), nameless);
        assertTrue(seen > 20, "only " + seen + " lists and fields were found");
    }

    private static boolean has(Element element, String attribute) {
        return !element.getAttribute(attribute).isEmpty();
    }
}
