package org.heapline.tests.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What the code of this house does not do. */
class MannersTest {
    private static final JavaClasses ALL = House.all();
    private static final Set<String> JAVA_NINE =
            Set.of("RawReader.class", "RawFields.class", "VmStructs.class", "OpenedJdk.class");

    @Test
    void libraryCodeDoesNotPrint() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.heapline.app..", "org.heapline.demo..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("the program's streams belong to its user: return the text, or throw with it; a class of"
                        + " org.heapline.app prints")
                .check(ALL);
    }

    @Test
    void onlyOneClassOfTheAppHoldsTheStreams() {
        Set<String> users = ALL.stream()
                .filter(type -> type.getPackageName().startsWith("org.heapline.app"))
                .filter(type -> type.getFieldAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTarget().getOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName())))
                .map(type -> type.getName().replaceFirst("\\$.*", ""))
                .collect(Collectors.toSet());
        Assertions.assertTrue(
                users.size() <= 1,
                () -> "data goes to stdout and messages to stderr through one console class: hand it to " + users);
    }

    @Test
    void runLaterStandsInOneClass() {
        Set<String> callers = ALL.stream()
                .flatMap(type -> Stream.concat(
                                type.getMethodCallsFromSelf().stream().map(JavaMethodCall::getTarget),
                                type.getMethodReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                        .filter(target -> target.getOwner().getName().equals("javafx.application.Platform")
                                && target.getName().equals("runLater"))
                        .map(target -> type.getName()))
                .collect(Collectors.toSet());
        Assertions.assertEquals(
                Set.of("org.heapline.views.fx.FxUpdates"),
                callers,
                "updates reach the JavaFX thread through FxUpdates, which coalesces them: hand one in instead");
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a sleep is too long or too short: wait for the condition (a latch, a queue, a future)")
                .check(ALL);
    }

    @Test
    void nothingEndsTheProgramButTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.heapline.app..", "org.heapline.demo..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .because("the agent is a guest and the library has callers: throw, and let the app choose an exit code")
                .check(ALL);
    }

    @Test
    void theAgentUsesNoLogging() {
        noClasses()
                .that()
                .resideInAnyPackage("org.heapline.agent..", "org.heapline.protocol..", "java.heapline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                .because(
                        "a logger of the target may be instrumented, configured late, or slow: report a problem instead")
                .check(ALL);
    }

    @Test
    void theEntryOfTheAgentHoldsNoState() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleName("Agent")
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage("org.heapline.agent..")
                .should()
                .notBeFinal()
                .because("the entry class stays loaded for ever: keep state in what it starts, which leaves at detach")
                .allowEmptyShould(true)
                .check(House.module("attach/agent"));
    }

    /** The raw reader stands on what Java 9 brought; an older JVM does not load it and asks its bean. */
    @Test
    void whatRunsInTheTargetIsJavaEight() throws IOException {
        for (String module : List.of("attach/probe", "attach/protocol", "attach/agent")) {
            Path classes = House.root().resolve(module).resolve("target").resolve("classes");
            try (Stream<Path> files = Files.walk(classes)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    String name = file.getFileName().toString();
                    Assertions.assertEquals(
                            JAVA_NINE.contains(name) ? 53 : 52,
                            (bytes[6] & 0xff) << 8 | bytes[7] & 0xff,
                            () -> file + " must load on the oldest JVM: set maven.compiler.release to 8 in " + module);
                }
            }
        }
    }
}
