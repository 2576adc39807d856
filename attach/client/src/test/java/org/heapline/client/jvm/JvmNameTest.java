package org.heapline.client.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "com.acme.Shop --port 80 | Shop",
                "-Xmx1g -cp a.jar:b.jar com.acme.Shop | Shop",
                "-jar /srv/shop/shop-1.2.jar serve | shop-1.2.jar",
                "-m com.acme.shop/com.acme.shop.Main | Main",
                "-cp plexus.jar org.codehaus.plexus.classworlds.launcher.Launcher -B verify -q | Maven: verify",
                "org.codehaus.plexus.classworlds.launcher.Launcher clean install | Maven: clean install",
                "org.gradle.launcher.daemon.bootstrap.GradleDaemon 8.5 | Gradle daemon",
                "org.gradle.wrapper.GradleWrapperMain build | Gradle: build",
                "worker.org.gradle.process.internal.worker.GradleWorkerMain 'Gradle Test Executor 7'"
                        + " | Gradle Test Executor 7",
                "com.intellij.idea.Main nosplash | IntelliJ IDEA",
                "-jar /x/plugins/org.eclipse.equinox.launcher_1.6.jar -os linux | Eclipse",
                "-cp /srv/shop.jar org.springframework.boot.loader.JarLauncher | shop.jar",
                "-cp /srv/shop.jar org.springframework.boot.loader.launch.JarLauncher | shop.jar",
                "-jar /x/target/surefire/surefirebooter-20260101.jar /x | Maven tests",
                "Hello.java | Hello.java",
                "--add-modules java.se --add-opens java.base/java.lang=ALL-UNNAMED Shop | Shop",
                "@options.txt Shop | Shop",
                "-version | java",
            })
    void saysWhatTheUserStarted(String commandLine, String name) {
        assertEquals(name, JvmLook.nameOf(List.of(commandLine.split(" "))));
    }
}
