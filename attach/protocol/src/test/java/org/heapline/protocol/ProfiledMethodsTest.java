package org.heapline.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ProfiledMethodsTest {
    /** As the agent offers them, by way of an MBean server. */
    public interface HolderMXBean {
        ProfiledMethods getMethods();
    }

    @Test
    void comeThroughJmxAsTheyWere() throws Exception {
        List<ProfiledMethod> methods = new ArrayList<>();
        methods.add(new ProfiledMethod(7, "a.Cart", "add", "(J)V", "a/Cart.java", "file:/x.jar", new int[] {3, 4, 90}));
        methods.add(new ProfiledMethod(8, "a.Cart", "<init>", "()V", "a/Cart.java", "file:/x.jar", new int[0]));
        int[] many = new int[1000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 3;
        }
        methods.add(new ProfiledMethod(9, "b.Größe", "add", "()V", "", "", many));
        assertSame(methods, passed(methods));
    }

    @Test
    void thereMayBeNone() throws Exception {
        assertEquals(0, passed(Collections.<ProfiledMethod>emptyList()).size());
    }

    private static List<ProfiledMethod> passed(List<ProfiledMethod> methods) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName("org.heapline.test:type=Holder");
        HolderMXBean holder = () -> ProfiledMethods.of(methods);
        server.registerMBean(holder, name);
        try {
            return JMX.newMXBeanProxy(server, name, HolderMXBean.class)
                    .getMethods()
                    .list();
        } finally {
            server.unregisterMBean(name);
        }
    }

    private static void assertSame(List<ProfiledMethod> expected, List<ProfiledMethod> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            ProfiledMethod one = expected.get(i);
            ProfiledMethod other = found.get(i);
            assertEquals(one.getId(), other.getId());
            assertEquals(one.getClassName(), other.getClassName());
            assertEquals(one.getName(), other.getName());
            assertEquals(one.getDescriptor(), other.getDescriptor());
            assertEquals(one.getFile(), other.getFile());
            assertEquals(one.getLocation(), other.getLocation());
            assertArrayEquals(one.getLines(), other.getLines());
        }
    }
}
