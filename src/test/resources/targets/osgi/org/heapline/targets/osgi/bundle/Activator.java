package org.heapline.targets.osgi.bundle;

import org.heapline.targets.Commands;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What a bundle does when it is started and stopped. Its loader knows the packages it imports and no others. */
public final class Activator implements BundleActivator {
    private static final byte[] TABLE = new byte[300]; // table

    @Override
    public void start(BundleContext context) {
        Commands.sink = null; // asks the loader for a class, which costs what that costs
        for (int i = 0; i < 12; i++) { // header
            Commands.sink = new byte[1000]; // body
        }
    }

    @Override
    public void stop(BundleContext context) {
        Commands.sink = TABLE.clone(); // stopped
    }
}
