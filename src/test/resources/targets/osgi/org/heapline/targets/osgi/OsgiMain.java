package org.heapline.targets.osgi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.heapline.targets.Commands;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** An OSGi framework with one bundle. */
public final class OsgiMain {
    private OsgiMain() {}

    public static void main(String[] args) throws IOException, BundleException {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, "cache-" + System.nanoTime());
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.heapline.targets");
        Framework framework =
                ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(settings);
        framework.start();
        Bundle bundle = framework.getBundleContext().installBundle("heapline:bundle", bundle());
        new Commands().work("start", () -> start(bundle)).work("stop", () -> stop(bundle)).serve();
    }

    private static InputStream bundle() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "heapline.bundle");
        attributes.putValue("Bundle-Activator", "org.heapline.targets.osgi.bundle.Activator");
        attributes.putValue("Import-Package", "org.osgi.framework, org.heapline.targets");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String file = "org/heapline/targets/osgi/bundle/Activator.class";
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream in = OsgiMain.class.getResourceAsStream("/" + file)) {
            jar.putNextEntry(new JarEntry(file));
            byte[] buffer = new byte[4096];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                jar.write(buffer, 0, read);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Bundle bundle) {
        try {
            bundle.stop();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }
}
