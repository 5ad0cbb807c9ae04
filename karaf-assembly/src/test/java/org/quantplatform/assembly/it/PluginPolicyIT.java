package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.testkit.PluginJars;
import org.quantplatform.testkit.PluginJars.Recipe;

/** A server that takes signed plug-ins only, also those that wait for it when it starts for the first time. */
class PluginPolicyIT {

    private static final Duration ARRIVAL = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static LaunchedServer launched;
    private static PluginJars jars;
    private static Path deploy;

    @BeforeAll
    static void start() throws Exception {
        launched = LaunchedServer.unpack(folder.resolve("quant"), Map.of("QUANT_CATALOG_POLICY", "signed-only"));
        deploy = launched.server().home().resolve("deploy");
        jars = new PluginJars(folder.resolve("jars"));
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=plugins");
        keytool("-exportcert", "-rfc", "-file", launched.server().home() + "/etc/plugin-signers.pem");
        drop(jars.good("waiting-factor", "1.0.0"));
        launched.start();
    }

    @AfterAll
    static void stop() throws Exception {
        launched.stop();
    }

    private static void keytool(String... arguments) throws Exception {
        run("keytool", Stream.concat(Arrays.stream(arguments), Stream.of("-alias", "a", "-keystore")));
    }

    private static Path signed(Path jar) throws Exception {
        run("jarsigner", Stream.of("-keystore"), jar.toString(), "a");
        return jar;
    }

    private static void run(String tool, Stream<String> arguments, String... more) throws Exception {
        String[] command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", tool)
                                .toString()),
                        arguments,
                        Stream.of(folder.resolve("keys.p12").toString(), "-storepass", "changeit"),
                        Arrays.stream(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).as(tool).isZero();
    }

    private static void drop(Path jar) throws Exception {
        Files.copy(jar, deploy.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean lists(String status, String text) throws Exception {
        JsonNode plugins =
                Documents.get(launched.server(), "/api/v1/plugins?limit=500").get("plugins");
        for (JsonNode plugin : plugins) {
            if (plugin.get("status").asText().equals(status)
                    && plugin.toString().contains(text)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void takesWhatIsSignedAndShowsWhyItTakesNothingElse() throws Exception {
        Deadline.await("the one that waited is shown", ARRIVAL, () -> lists("quarantined", "waiting-factor"));
        assertThat(lists("quarantined", "refused by the policy signed-only: is not signed"))
                .isTrue();

        drop(signed(jars.good("signed-factor", "1.0.0")));
        Deadline.await("the signed one is offered", ARRIVAL, () -> lists("active", "\"signed-factor\""));

        Recipe shipped = Recipe.of("momentum", "9.0.0", "0")
                .withHeader("Bundle-SymbolicName", "org.quantplatform.factor.momentum");
        drop(jars.write(shipped));
        drop(jars.write(shipped.withHeader("Bundle-Version", "0.1.0")));
        Deadline.await("the impostor is shown", ARRIVAL, () -> lists("quarantined", "momentum-9.0.0.jar"));
        assertThat(lists("active", "org.quantplatform.factor.momentum")).isTrue();
        assertThat(lists("active", "waiting-factor")).isFalse();

        drop(signed(jars.good("waiting-factor", "1.0.0")));
        Deadline.await("it is offered once it is signed", ARRIVAL, () -> lists("active", "\"waiting-factor\""));
    }
}
