package org.heapline.views.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.heapline.profile.Backend;
import org.heapline.views.fake.FakeSession;
import org.heapline.views.fx.FxUpdates;
import org.heapline.views.picker.PickNode.Method;
import org.heapline.views.picker.PickNode.Type;
import org.heapline.views.session.SessionViewModel;
import org.junit.jupiter.api.Test;

class PickerViewModelTest {
    private static final Type CART = new Type("com.acme.Cart");
    private static final Method ADD = new Method("com.acme.Cart", "add");
    private static final PickNode.Package ACME = new PickNode.Package("com.acme", 2);

    private final FakeSession session = new FakeSession();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> typing = new ArrayDeque<>();
    private final SessionViewModel shared =
            SessionViewModel.live(session, FxUpdates.by(Runnable::run), background::add);

    private PickerViewModel open() {
        session.classes.addAll(List.of("com.acme.Cart", "com.acme.Shop", "org.lib.Json"));
        PickerViewModel model = new PickerViewModel(shared, new ClassSearch(shared, typing::add));
        work();
        return model;
    }

    private void work() {
        while (!typing.isEmpty() || !background.isEmpty()) {
            (typing.isEmpty() ? background : typing).poll().run();
        }
    }

    @Test
    void listsLoadedClassesAtOnce() {
        assertEquals(3, open().classesProperty().get().size());
    }

    @Test
    void asksOnlyWhenTypingPauses() {
        PickerViewModel model = open();
        model.queryProperty().set("c");
        model.queryProperty().set("ca");
        model.queryProperty().set("car");
        work();
        assertEquals(List.of("", "car"), session.searches);
        assertEquals(List.of("com.acme.Cart"), model.classesProperty().get());
        assertEquals("1 class", model.foundProperty().get());
    }

    @Test
    void anAnswerThatComesLateDoesNotReplaceANewerOne() {
        PickerViewModel model = open();
        model.queryProperty().set("cart");
        typing.poll().run();
        model.queryProperty().set("json");
        typing.poll().run();
        List<Runnable> answers = new ArrayList<>(background);
        answers.get(1).run();
        answers.get(0).run();
        assertEquals(List.of("org.lib.Json"), model.classesProperty().get());
    }

    @Test
    void tickingAClassReplacesPatternsOfItsMethods() {
        PickerViewModel model = open();
        model.toggle(ADD, List.of());
        assertTrue(model.tick(CART).partly());
        assertTrue(model.tick(ACME).partly());
        model.toggle(CART, List.of());
        assertEquals(List.of("com.acme.Cart"), model.choiceProperty().get().patterns());
        assertTrue(model.tick(ADD).on());
    }

    @Test
    void takingAMethodOutOfATickedClassKeepsTheOthers() {
        PickerViewModel model = open();
        model.toggle(CART, List.of());
        model.toggle(ADD, List.of("add", "remove", "size"));
        assertEquals(
                List.of("com.acme.Cart#remove", "com.acme.Cart#size"),
                model.choiceProperty().get().patterns());
        assertFalse(model.tick(ADD).on());
    }

    @Test
    void whatAPackageCoversIsTickedAndSaysByWhat() {
        PickerViewModel model = open();
        model.toggle(ACME, List.of());
        assertEquals("com.acme.*", model.tick(CART).by());
        assertTrue(model.tick(CART).on());
        model.toggle(ACME, List.of());
        assertTrue(model.choiceProperty().get().ownClasses());
    }

    @Test
    void aWrongPatternIsNotTakenAndSaysWhy() {
        PickerViewModel model = open();
        model.patternProperty().set("com.acme.Cart#");
        assertTrue(model.patternWrongProperty().get());
        assertTrue(model.hintProperty().get().contains("missing"));
        model.addPattern();
        assertTrue(model.choiceProperty().get().ownClasses());
    }

    @Test
    void aPatternThatMatchesNothingNamesTheNearest() {
        PickerViewModel model = open();
        model.patternProperty().set("com.acme.Crat");
        work();
        assertFalse(model.patternWrongProperty().get());
        assertTrue(
                model.hintProperty().get().contains("com.acme.Cart"),
                model.hintProperty().get());
        model.patternProperty().set("com.acme.**");
        work();
        assertEquals("", model.hintProperty().get());
    }

    @Test
    void applyingAsksForWhatIsChosenAndWritten() {
        PickerViewModel model = open();
        model.toggle(CART, List.of());
        model.patternProperty().set("@Profile");
        model.apply();
        work();
        assertEquals(List.of("com.acme.Cart", "@Profile"), session.wanted());
    }

    @Test
    void beginsWithWhatIsWantedNow() {
        session.want(List.of("com.acme.**"), Backend.ALLOCATED, false);
        session.poll();
        PickerViewModel model = open();
        assertEquals(List.of("com.acme.**"), model.choiceProperty().get().patterns());
        model.remove("com.acme.**");
        assertTrue(model.choiceProperty().get().ownClasses());
    }

    @Test
    void methodsAreListedOnceAndWithoutWhatTheCompilerMakes() {
        session.methodsByClass.put("com.acme.Cart", List.of("add(I)V", "add(J)V", "lambda$add$0()V", "<init>()V"));
        List<String> names = new ArrayList<>();
        open().methodsOf("com.acme.Cart", names::addAll);
        work();
        assertEquals(List.of("add", "<init>"), names);
    }
}
