package org.quantplatform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.model.PluginKind;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.PluginJars;
import org.quantplatform.testkit.PluginJars.Recipe;

class ArchivedPluginsTest {

    @TempDir
    Path folder;

    private PluginArchive archive;
    private ArchivedPlugins plugins;

    @BeforeEach
    void open() {
        archive = new PluginArchive(folder.resolve("archive"));
        plugins = new ArchivedPlugins(
                archive, (packageName, name) -> getClass().getClassLoader().loadClass(name));
    }

    @Test
    void keepsJarUnderItsDigest() throws IOException {
        Path jar = new PluginJars(folder).good("sample", "1.0.0");
        String sha256 = keep(jar);
        assertThat(sha256).isEqualTo(PluginArchive.sha256(jar)).matches("[0-9a-f]{64}");
        assertThat(folder.resolve("archive").resolve(sha256 + ".jar")).hasSameBinaryContentAs(jar);
        assertThat(keep(jar)).isEqualTo(sha256);
        try (var files = Files.list(folder.resolve("archive"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void makesPluginFromJarAlone() throws IOException {
        String sha256 = keep(new PluginJars(folder).good("sample", "1.0.0"));
        Object plugin = plugins.load(PluginKind.FACTOR, "sample", sha256).orElseThrow();
        assertThat(plugin).isInstanceOf(Factor.class);
        assertThat(plugin.getClass().getName()).isEqualTo("org.example.sample.Sample");
        assertThat(ParameterBinder.of(Kinds.parameterType(plugin)).defaults().values())
                .containsEntry("days", 5);
    }

    @Test
    void keepsVersionsOfTheSameClassApart() throws IOException {
        String first = keep(new PluginJars(folder).write(Recipe.of("sample", "1.0.0", "1")));
        String second = keep(new PluginJars(folder).write(Recipe.of("sample", "1.0.0", "2")));
        Object one = plugins.load(PluginKind.FACTOR, "sample", first).orElseThrow();
        Object two = plugins.load(PluginKind.FACTOR, "sample", second).orElseThrow();
        assertThat(first).isNotEqualTo(second);
        assertThat(one.getClass()).isNotSameAs(two.getClass());
    }

    @Test
    void findsNothingUnderUnknownOrMalformedDigest() {
        assertThat(plugins.load(PluginKind.FACTOR, "sample", "0".repeat(64))).isEmpty();
        assertThat(plugins.load(PluginKind.FACTOR, "sample", "../sample")).isEmpty();
    }

    @Test
    void takesNoJarThatWasChanged() throws IOException {
        String sha256 = keep(new PluginJars(folder).good("sample", "1.0.0"));
        Files.write(folder.resolve("archive").resolve(sha256 + ".jar"), new byte[] {1, 2, 3});
        assertThat(plugins.load(PluginKind.FACTOR, "sample", sha256)).isEmpty();
    }

    @Test
    void saysWhatTheJarHasNot() throws IOException {
        String sha256 = keep(new PluginJars(folder).good("sample", "1.0.0"));
        assertThatThrownBy(() -> plugins.load(PluginKind.FACTOR, "other", sha256))
                .hasMessage("the archived jar has no factor 'other'");
        assertThatThrownBy(() -> plugins.load(PluginKind.STRATEGY, "sample", sha256))
                .hasMessage("the archived jar has no strategy 'sample'");
    }

    @Test
    void readsPathsOfHeaders() {
        assertThat(Headers.paths("a.b;version=\"[1,2)\",c.d;e.f;resolution:=optional , g"))
                .containsExactly("a.b", "c.d", "e.f", "g");
        assertThat(Headers.paths(null)).isEmpty();
    }

    private String keep(Path jar) throws IOException {
        return archive.keep(() -> Files.newInputStream(jar));
    }
}
