package org.quantplatform.catalog.internal;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What threads have taken so far; 0 where the virtual machine does not tell. */
final class Usage {

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private Usage() {}

    static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().isCurrentThreadCpuTimeSupported()
                ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
                : System.nanoTime();
    }

    /** Asked by name, since the interface that declares it belongs to one vendor's machine. */
    static long allocatedBytes(Thread thread) {
        try {
            Object bytes = BEANS.invoke(
                    new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                    "getThreadAllocatedBytes",
                    new Object[] {thread.getId()},
                    new String[] {"long"});
            return Math.max(0, (long) bytes);
        } catch (JMException | RuntimeException e) {
            return 0;
        }
    }
}
