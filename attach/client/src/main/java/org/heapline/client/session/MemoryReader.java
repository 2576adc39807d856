package org.heapline.client.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.heapline.client.MemoryPool;
import org.heapline.client.jvm.LinuxProcess;
import org.heapline.profile.TimelineSample;

/** Reads the target's memory from the platform's own beans, and its resident set from the system. */
final class MemoryReader {
    private static final ObjectName MEMORY = Link.name("java.lang:type=Memory");
    private static final ObjectName THREADS = Link.name("java.lang:type=Threading");
    private static final ObjectName COLLECTORS = Link.name("java.lang:type=GarbageCollector,name=*");
    private static final ObjectName POOLS = Link.name("java.lang:type=MemoryPool,name=*");
    private static final String[] POOL = {"Usage", "Type"};
    private static final String[] COLLECTIONS = {"CollectionCount", "CollectionTime"};
    private static final String TOTAL = "TotalThreadAllocatedBytes";

    private final MBeanServerConnection server;
    private final long pid;
    private final Set<ObjectName> collectors;
    private final Map<Long, Long> byThread = new HashMap<>();
    private boolean hasTotal = true;
    private long allocated;

    MemoryReader(MBeanServerConnection server, long pid) throws IOException {
        this.server = server;
        this.pid = pid;
        this.collectors = server.queryNames(COLLECTORS, null);
    }

    /** @param t milliseconds since the session began */
    TimelineSample sample(long t) throws IOException, JMException {
        CompositeData heap = (CompositeData) server.getAttribute(MEMORY, "HeapMemoryUsage");
        long count = 0;
        long millis = 0;
        for (ObjectName collector : collectors) {
            for (Attribute attribute :
                    server.getAttributes(collector, COLLECTIONS).asList()) {
                long value = Math.max(0, (Long) attribute.getValue());
                if (attribute.getName().equals(COLLECTIONS[0])) {
                    count += value;
                } else {
                    millis += value;
                }
            }
        }
        return new TimelineSample(
                t,
                (Long) heap.get("used"),
                (Long) heap.get("committed"),
                (Long) heap.get("max"),
                LinuxProcess.residentBytes(pid),
                allocated(),
                count,
                millis);
    }

    private long allocated() throws IOException, JMException {
        if (hasTotal) {
            try {
                return (Long) server.getAttribute(THREADS, TOTAL);
            } catch (AttributeNotFoundException e) {
                hasTotal = false; // before JDK 21 there is no total: add it up by thread
            }
        }
        long[] ids = (long[]) server.getAttribute(THREADS, "AllThreadIds");
        long[] bytes = (long[]) server.invoke(
                THREADS, "getThreadAllocatedBytes", new Object[] {ids}, new String[] {long[].class.getName()});
        for (int i = 0; i < ids.length; i++) {
            Long before = byThread.put(ids[i], bytes[i]);
            allocated += Math.max(0, bytes[i] - (before == null ? 0 : before));
        }
        if (byThread.size() > 2 * ids.length) {
            Set<Long> alive = new HashSet<>();
            for (long id : ids) {
                alive.add(id);
            }
            byThread.keySet().retainAll(alive);
        }
        return allocated;
    }

    /** The heap's and the JVM's other memory pools. */
    List<MemoryPool> pools() throws IOException, JMException {
        List<MemoryPool> pools = new ArrayList<>();
        for (ObjectName name : server.queryNames(POOLS, null)) {
            CompositeData usage = null;
            boolean heap = false;
            for (Attribute attribute : server.getAttributes(name, POOL).asList()) {
                if (attribute.getName().equals("Usage")) {
                    usage = (CompositeData) attribute.getValue();
                } else {
                    heap = "HEAP".equals(attribute.getValue());
                }
            }
            if (usage != null) {
                pools.add(new MemoryPool(
                        name.getKeyProperty("name"),
                        heap,
                        (Long) usage.get("used"),
                        (Long) usage.get("committed"),
                        (Long) usage.get("max")));
            }
        }
        return List.copyOf(pools);
    }
}
