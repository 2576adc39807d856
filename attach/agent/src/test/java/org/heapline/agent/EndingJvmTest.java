package org.heapline.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Between the last shutdown hook and its end a JVM still runs the agent's thread for some milliseconds, but answers nothing
 * that it is asked about its classes: null for the loaded ones. No target can be kept in that moment, so its answers are
 * given here.
 */
class EndingJvmTest {
    private final Instrumentation ending = (Instrumentation) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Instrumentation.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("retransformClasses")) {
                    throw new InternalError("the JVM is ending");
                }
                return method.getReturnType() == boolean.class ? false : null;
            });

    private final Registry registry = new Registry();
    private final ProbeTransformer transformer = new ProbeTransformer(registry);
    private final Retransformer retransformer =
            new Retransformer(ending, new OwnCompilation(ending), transformer, registry);

    @Test
    void whatIsWantedIsTakenUpAndChangesNothing() {
        Wanted wanted = Wanted.parse(List.of("org.**"), Collections.emptySet(), "allocated");
        transformer.want(wanted);
        retransformer.apply(1, true);
        assertEquals(1, retransformer.progress().getGeneration());
        assertEquals(0, retransformer.progress().getTotal());
        assertFalse(retransformer.progress().isBusy());
        assertEquals(Set.of(), retransformer.namesToChange(wanted));
        assertEquals(0, registry.problemsFrom(0).length);
    }

    @Test
    void theAgentLeaves() {
        transformer.want(Wanted.NOTHING);
        retransformer.revert();
        assertFalse(retransformer.progress().isBusy());
    }

    @Test
    void nothingIsFoundAmongItsClasses() {
        ClassCatalog catalog = new ClassCatalog(ending);
        assertArrayEquals(new String[0], catalog.find("", 10));
        assertArrayEquals(new String[0], catalog.methodsOf("java.lang.String"));
        assertEquals("", catalog.locationOf("java.lang.String"));
    }
}
