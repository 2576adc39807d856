package org.heapline.tests.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** target <- probe <- agent; protocol <- agent, client; profile <- client <- views <- app. */
class DirectionsTest {
    private static final String PROBE = "java.heapline..";

    /** The fallback is the exception: it is linked only where the raw reader does not work, and asks the JVM's bean. */
    @Test
    void theProbeStandsOnJavaBaseAlone() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName("java.heapline.BeanReader")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java.heapline..",
                        "java.lang..",
                        "java.util..",
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.math..",
                        "java.text..",
                        "java.time..",
                        "java.security..",
                        "jdk.internal.misc..",
                        "jdk.internal.access..",
                        "org.jspecify.annotations.."))
                .andShould()
                .onlyDependOnClassesThat(not(
                        resideInAnyPackage("java.lang.management..", "java.lang.instrument..", "java.util.logging..")))
                .because(
                        "the probe lives on the boot class path of somebody else's program, where java.base is all there"
                                + " is: move what needs more into attach/agent and hand it in")
                .check(House.module("attach/probe"));
    }

    @ParameterizedTest(name = "{0} does not know {1}")
    @CsvSource({
        "attach/probe, org.heapline..",
        "attach/protocol, org.heapline.agent..",
        "attach/protocol, org.heapline.client..",
        "attach/protocol, org.heapline.profile..",
        "attach/protocol, java.heapline..",
        "attach/agent, org.heapline.client..",
        "attach/agent, org.heapline.profile..",
        "attach/agent, org.heapline.views..",
        "attach/agent, org.heapline.app..",
        "attach/profile, org.heapline.client..",
        "attach/profile, org.heapline.agent..",
        "attach/profile, org.heapline.protocol..",
        "attach/profile, org.heapline.views..",
        "attach/profile, org.heapline.app..",
        "attach/profile, java.heapline..",
        "attach/client, org.heapline.agent..",
        "attach/client, org.heapline.views..",
        "attach/client, org.heapline.app..",
        "attach/client, java.heapline..",
        "views, org.heapline.agent..",
        "views, org.heapline.app..",
        "views, java.heapline..",
        "app, org.heapline.agent..",
        "app, java.heapline.."
    })
    void modulesKnowOnlyWhatStandsBelowThem(String module, String unknown) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(unknown)
                .because("the house has one direction (target <- probe <- agent; protocol <- agent, client; profile <-"
                        + " client <- views <- app): move the shared part down, or hand it in as an interface")
                .allowEmptyShould(false)
                .check(House.module(module));
    }

    @Test
    void noJavaFxBelowTheViews() {
        for (String module :
                new String[] {"attach/probe", "attach/protocol", "attach/agent", "attach/profile", "attach/client"}) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "com.sun.javafx..", "java.awt..", "javax.swing..")
                    .because("the command line works without a toolkit: what is drawn belongs into views, and what is"
                            + " below it returns plain values")
                    .check(House.module(module));
        }
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("a ViewModel is tested without a toolkit: keep properties in it and nodes in its View")
                .check(House.module("views"));
    }

    @Test
    void demoProgramStandsAlone() {
        classes()
                .that()
                .resideInAPackage("org.heapline.demo..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.heapline.demo..", "org.jspecify.annotations.."))
                .because(
                        "the demo is a target like any other and is packed on its own: copy nothing of Heapline into it")
                .check(House.module("app"));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("(**)")
                .should()
                .beFreeOfCycles()
                .because(
                        "packages that need each other are one package: move the type that both need into the lower one")
                .check(House.all());
    }

    @Test
    void theProbesPackageIsWhereEveryLoaderLooks() {
        classes()
                .should()
                .resideInAPackage(PROBE)
                .because("loaders that do not delegate everything still delegate java.*: put probe classes there")
                .check(House.module("attach/probe"));
    }
}
