package org.quantplatform.assembly.it;

import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** The distribution under Pax Exam, started once for all test classes and stopped with the test run. */
public final class SharedServer {

    private static final String KARAF = "4.4.10";
    private static final Path UNPACKED = Path.of("target/exam").toAbsolutePath();

    /** Pax Exam does not run {@code bin/karaf}, so the module flags of that script are repeated here. */
    private static final List<String> FLAGS = List.of(
            "-Xmx1g",
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar",
            "--patch-module",
            "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar",
            "--add-opens",
            "java.base/java.security=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.net=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util=ALL-UNNAMED",
            "--add-opens",
            "java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens",
            "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED");

    private static @Nullable QuantServer server;

    private SharedServer() {}

    /** The shared server, ready; the first caller waits while it starts. */
    public static synchronized QuantServer get() throws Exception {
        if (server == null) {
            server = start();
        }
        return server.awaitReady();
    }

    private static QuantServer start() throws IOException {
        int httpPort = QuantServer.freePort();
        int sshPort = QuantServer.freePort();
        TestContainer container =
                PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options(httpPort, sshPort)));
        container.start();
        return new QuantServer(newestHome(), httpPort, sshPort);
    }

    /** Stops what the tests started; Pax Exam's own stop hangs in server mode and would leave the server behind. */
    static synchronized void stop() {
        server = null;
        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        children.forEach(ProcessHandle::destroy);
        for (ProcessHandle child : children) {
            try {
                child.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                child.destroyForcibly();
            }
        }
    }

    private static Option[] options(int httpPort, int sshPort) throws IOException {
        var options = new ArrayList<Option>(List.of(
                karafDistributionConfiguration()
                        .frameworkUrl(QuantServer.archive().toUri().toString())
                        .karafVersion(KARAF)
                        .name("quant")
                        .useDeployFolder(false)
                        .unpackDirectory(UNPACKED.toFile()),
                keepRuntimeFolder(),
                configureConsole().ignoreLocalConsole(),
                editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", "" + httpPort),
                editConfigurationFilePut("etc/org.quantplatform.rest.cfg", "streams.per.address", "250"),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + sshPort)));
        FLAGS.forEach(flag -> options.add(vmOption(flag)));
        return options.toArray(Option[]::new);
    }

    private static Path newestHome() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("system")))
                    .max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow();
        }
    }
}
