package org.quantplatform.catalog.internal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.testkit.PluginJars;

/** Jars as strangers might make them. */
class DeployPolicyTest {

    @TempDir
    static Path keys;

    private static TestSigner trusted;
    private static TestSigner stranger;

    @TempDir
    Path folder;

    private Path jar;
    private DeployPolicy policy;

    @BeforeAll
    static void makeKeys() throws Exception {
        trusted = TestSigner.make(keys.resolve("trusted.p12"));
        stranger = TestSigner.make(keys.resolve("stranger.p12"));
    }

    @BeforeEach
    void makeJar() throws Exception {
        jar = new PluginJars(folder.resolve("deploy")).good("sample", "1.0.0");
        Files.writeString(folder.resolve("signers.pem"), trusted.pem());
        policy = new DeployPolicy("signed-only", folder.resolve("deploy"), folder.resolve("signers.pem"));
    }

    private Optional<String> refusal() {
        return policy.refusal(jar);
    }

    /** Writes the jar anew, entry by entry, and then something more. */
    private void repack(Change change) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.write(change.content(entry.getName(), content));
                out.closeEntry();
            }
            change.more(out);
        }
        Files.write(jar, bytes.toByteArray());
    }

    /** What is done to a jar. */
    private interface Change {

        default byte[] content(String name, byte[] content) {
            return content;
        }

        default void more(ZipOutputStream out) throws Exception {}
    }

    private static Change adding(String name) {
        return new Change() {

            @Override
            public void more(ZipOutputStream out) throws Exception {
                out.putNextEntry(new ZipEntry(name));
                out.write(1);
                out.closeEntry();
            }
        };
    }

    @Test
    void openTakesEverything() {
        assertThat(new DeployPolicy("open", folder, folder.resolve("none")).refusal(jar))
                .isEmpty();
    }

    @Test
    void takesWhatATrustedKeyHasSigned() throws Exception {
        trusted.sign(jar);
        assertThat(refusal()).isEmpty();
    }

    @Test
    void takesNothingElse() throws Exception {
        assertThat(refusal().orElseThrow())
                .isEqualTo("refused by the policy signed-only: is not signed, or not all of it");
        stranger.sign(jar);
        assertThat(refusal().orElseThrow()).endsWith("is signed, but by nobody who is trusted");
        assertThat(new DeployPolicy("sgined-only", folder, folder.resolve("signers.pem")).refusal(jar))
                .isPresent();
    }

    @Test
    void aSecondSignatureByAStrangerDoesNoHarm() throws Exception {
        stranger.sign(trusted.sign(jar));
        assertThat(refusal()).isEmpty();
    }

    @Test
    void trustEndsWithTheListAndTheCertificate() throws Exception {
        trusted.sign(jar);
        assertThat(refusal()).isEmpty();
        Files.writeString(folder.resolve("signers.pem"), "");
        assertThat(refusal().orElseThrow()).contains("nobody is trusted");
        Files.delete(folder.resolve("signers.pem"));
        assertThat(refusal().orElseThrow()).contains("cannot be read");

        TestSigner expired = TestSigner.make(keys.resolve("expired.p12"), "-startdate", "-3d", "-validity", "1");
        expired.sign(new PluginJars(folder.resolve("deploy")).good("sample", "1.0.0"));
        Files.writeString(folder.resolve("signers.pem"), expired.pem());
        assertThat(refusal().orElseThrow()).contains("nobody who is trusted");
    }

    @Test
    void noticesWhatWasChangedAfterTheSignature() throws Exception {
        trusted.sign(jar);
        repack(new Change() {

            @Override
            public byte[] content(String name, byte[] content) {
                return name.endsWith(".class") ? Arrays.copyOf(content, content.length + 1) : content;
            }
        });
        assertThat(refusal().orElseThrow()).contains("cannot be verified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/example/Other.class",
                "META-INF/services/org.example.Service",
                "META-INF/versions/17/org/example/Other.class",
                "../../etc/org.quantplatform.security.cfg",
                "/etc/passwd",
                "a/../../b",
                "..\\..\\etc\\evil.cfg",
                "C:/evil.cfg"
            })
    void noticesWhatWasAddedAfterTheSignature(String name) throws Exception {
        trusted.sign(jar);
        repack(adding(name));
        assertThat(refusal()).isPresent();
    }

    @Test
    void refusesNamesThatClimbAlsoWhenTheyAreSigned() throws Exception {
        repack(adding("../../etc/org.quantplatform.security.cfg"));
        trusted.sign(jar);
        assertThat(refusal().orElseThrow()).contains("leads out of the jar");
    }

    @Test
    void refusesTwoFilesOfOneName() throws Exception {
        trusted.sign(jar);
        repack(adding("AAAA.class"));
        byte[] bytes = Files.readAllBytes(jar);
        byte[] name = "OSGI-INF/component.xml".getBytes(StandardCharsets.US_ASCII);
        repack(adding("OSGI-INF/component.xmm"));
        bytes = Files.readAllBytes(jar);
        byte[] other = "OSGI-INF/component.xmm".getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + other.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + other.length, other, 0, other.length)) {
                System.arraycopy(name, 0, bytes, at, name.length);
            }
        }
        Files.write(jar, bytes);
        assertThat(refusal()).isPresent();
    }

    @Test
    void refusesPolyglots() throws Exception {
        trusted.sign(jar);
        byte[] bytes = Files.readAllBytes(jar);
        try (OutputStream out = Files.newOutputStream(jar)) {
            out.write("GIF89a".getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
        }
        assertThat(refusal().orElseThrow()).contains("not a jar from its first byte");
        try (OutputStream out = Files.newOutputStream(jar)) {
            out.write(bytes);
            out.write(new byte[100]);
        }
        assertThat(refusal().orElseThrow()).contains("behind the end of the jar");
        Files.writeString(jar, "no jar at all, but long enough");
        assertThat(refusal()).isPresent();
        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refusal()).isPresent();
        Files.write(jar, new byte[0]);
        assertThat(refusal()).isPresent();
    }

    @Test
    void givesABombUp() throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            byte[] zeros = new byte[1 << 20];
            for (int file = 0; file < 6; file++) {
                out.putNextEntry(new ZipEntry("META-INF/BOMB" + file + ".SF"));
                for (int i = 0; i < 100; i++) {
                    out.write(zeros);
                }
                out.closeEntry();
            }
        }
        assertThat(Files.size(jar)).isLessThan(2 << 20);
        assertThat(refusal()).isPresent();
    }

    @Test
    void coversWhatLiesInTheFolder() {
        assertThat(policy.covers(jar)).isTrue();
        assertThat(policy.covers(folder.resolve("etc/a.cfg"))).isFalse();
        assertThat(policy.covers("wrap:" + jar.toUri() + "$Bundle-Version=1")).isTrue();
        assertThat(policy.covers("mvn:org.quantplatform/quant-rest/0.1.0")).isFalse();
    }

    @Test
    void foldersAreNoJars() throws Exception {
        Path exploded = Files.createDirectories(folder.resolve("deploy/exploded.jar"));
        assertThat(policy.refusal(exploded).orElseThrow()).contains("only jars are taken");
    }
}
