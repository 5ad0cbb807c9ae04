package org.quantplatform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.ComponentConstants;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginInfo.Status;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.catalog.internal.policy.TestSigner;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry.RequestPath;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.spi.factor.Factor;
import org.quantplatform.testkit.FakeFactorInput;
import org.quantplatform.testkit.PluginJars;
import org.quantplatform.testkit.PluginJars.Recipe;

/** The catalog in a real framework with a real component runtime. */
class CatalogInFrameworkTest {

    private static final RequestPath PATH = new RequestPath("factor", "parameters");
    private static final Caller CALLER = new Caller(1, "test", Set.of(), "local", "console");

    @TempDir
    Path folder;

    private Framework framework;
    private PluginCatalog catalog;
    private PluginJars jars;

    @BeforeEach
    void start() throws Exception {
        jars = new PluginJars(folder.resolve("deploy"));
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
        settings.put("karaf.base", folder.toString());
        settings.put("karaf.data", folder.resolve("data").toString());
        settings.put("felix.log.level", "0");
        settings.put("ds.loglevel", "0");
        settings.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                "org.quantplatform.model;version=1.0.0,org.quantplatform.spi;version=1.0.0,"
                        + "org.quantplatform.spi.factor;version=1.0.0");
        framework = new FrameworkFactory().newFramework(settings);
        framework.start();
        for (Class<?> type : List.of(Function.class, Promise.class, ComponentConstants.class, ScrInfo.class)) {
            framework
                    .getBundleContext()
                    .installBundle(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString())
                    .start();
        }
        catalog = new PluginCatalog(host(), new TestSettings("open"));
    }

    @AfterEach
    void stop() throws Exception {
        catalog.stop();
        framework.stop();
        framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
    }

    @Test
    void signedOnlyLetsNothingElseRun() throws Exception {
        Bundle early = deploy(jars.good("early", "1.0.0"));
        await(() -> isOffered("early"));
        catalog.stop();
        TestSigner signer = TestSigner.make(folder.resolve("trusted.p12"));
        Files.writeString(folder.resolve("signers.pem"), signer.pem());
        catalog = new PluginCatalog(host(), new TestSettings("signed-only"));

        await(() -> early.getState() == Bundle.INSTALLED && !isOffered("early"));
        Bundle unsigned = framework
                .getBundleContext()
                .installBundle(jars.good("unsigned", "1.0.0").toUri().toString());
        assertThatThrownBy(unsigned::start).isInstanceOf(BundleException.class);
        await(() -> catalog.forCaller(CALLER).list(Optional.empty(), new PageRequest(1, 100)).items().stream()
                .anyMatch(info -> String.valueOf(info.reason()).contains("signed-only: is not signed")));

        Bundle needless = framework
                .getBundleContext()
                .installBundle(jars.write(Recipe.of("needless", "1.0.0", "0")
                                .withHeader("Import-Package", "")
                                .withHeader("Require-Capability", ""))
                        .toUri()
                        .toString());
        needless.start();
        assertThatThrownBy(() -> needless.loadClass("org.example.needless.Sample"))
                .isInstanceOf(LinkageError.class)
                .hasStackTraceContaining("signed-only");

        deploy(signer.sign(jars.good("signed", "1.0.0")));
        await(() -> isOffered("signed"));
        Bundle replaced = deploy(signer.sign(jars.good("replaced", "1.0.0")));
        await(() -> isOffered("replaced"));
        assertThatThrownBy(() -> replaced.update(Files.newInputStream(jars.good("replaced", "2.0.0"))))
                .isInstanceOf(BundleException.class);
        await(() -> replaced.getState() == Bundle.INSTALLED && !isOffered("replaced"));
        assertThat(isOffered("signed")).isTrue();
    }

    @Test
    void offersPluginWhileItsBundleIsThere() throws Exception {
        Path jar = jars.good("sample", "1.2.0");
        Bundle bundle = deploy(jar);
        await(() -> isOffered("sample"));
        PluginInfo info = plugins().get(PluginKind.FACTOR, "sample");
        assertThat(info.status()).isEqualTo(Status.ACTIVE);
        assertThat(info.title()).isEqualTo("Sample sample");
        assertThat(info.tags()).containsExactly("sample", "test");
        assertThat(info.bundle().version()).isEqualTo("1.2.0");
        assertThat(info.bundle().sha256()).isEqualTo(PluginArchive.sha256(jar));
        assertThat(info.parameters()).hasSize(1);
        bundle.uninstall();
        await(() -> !isOffered("sample"));
        assertThatThrownBy(() -> catalog.bind(Factor.class, "sample", Map.of(), PATH))
                .isInstanceOf(QuantException.class)
                .hasMessage("factor: there is no factor 'sample'; none is installed");
    }

    @Test
    void boundPluginWorksOnWithoutItsBundle() throws Exception {
        Bundle bundle = deploy(jars.good("sample", "1.0.0"));
        await(() -> isOffered("sample"));
        BoundPlugin<?> bound = catalog.bind(Factor.class, "sample", Map.of("days", 1), PATH);
        uninstall(bundle);
        assertThat(score(bound)).isEqualTo(1 - 110.0 / 100);
    }

    @Test
    void bindsPinnedCodeFromTheArchiveBesideNewerOne() throws Exception {
        Bundle old = deploy(jars.write(Recipe.of("sample", "1.0.0", "1")));
        await(() -> isOffered("sample"));
        PluginPin pin = catalog.bind(Factor.class, "sample", Map.of(), PATH).pin();
        uninstall(old);
        deploy(jars.write(Recipe.of("sample", "1.1.0", "2")));
        await(() -> isOffered("sample"));
        assertThat(score(catalog.bind(Factor.class, "sample", Map.of("days", 1), PATH)))
                .isEqualTo(2);
        BoundPlugin<?> pinned = catalog.bind(Factor.class, pin, Map.of("days", 1));
        assertThat(pinned.pin()).isEqualTo(pin);
        assertThat(score(pinned)).isEqualTo(1);
    }

    @Test
    void refusesPinOfCodeThatIsNotAtHand() {
        PluginPin pin = new PluginPin(PluginKind.FACTOR, "gone", "org.example.gone", "1.0.0", "0".repeat(64));
        assertThatThrownBy(() -> catalog.bind(Factor.class, pin, Map.of()))
                .hasMessageStartingWith("factor 'gone' 1.0.0 cannot be run again: the jar with digest 000");
    }

    @Test
    void higherVersionServesAndTheOtherWaits() throws Exception {
        deploy(jars.good("sample", "1.0.0"));
        Bundle newer = deploy(jars.good("sample", "2.0.0"));
        await(() -> version("sample").equals("2.0.0"));
        await(() -> catalog.count(Status.QUARANTINED) == 1);
        uninstall(newer);
        assertThat(version("sample")).isEqualTo("1.0.0");
        assertThat(catalog.count(Status.QUARANTINED)).isZero();
    }

    @Test
    void quarantinesBadPluginsWithReason() throws Exception {
        deploy(jars.lookAhead());
        deploy(jars.throwing());
        deploy(jars.endlessLoop());
        deploy(jars.write(Recipe.of("Bad_Id", "1.0.0", "1")));
        deploy(jars.good("sample", "1.0.0"));
        await(() -> catalog.count(Status.QUARANTINED) == 4 && isOffered("sample"));
        assertThat(reason("bad-look-ahead")).startsWith("looks ahead: the score of P00 ");
        assertThat(reason("bad-throwing")).startsWith("compute threw java.lang.IllegalStateException: no price");
        assertThat(reason("bad-endless-loop"))
                .isEqualTo("was not done within 1000 ms of processor time; its thread does not end and was abandoned");
        assertThatThrownBy(() -> catalog.bind(Factor.class, "bad_throwing", Map.of(), PATH))
                .hasMessageStartingWith("factor: factor 'bad-throwing' is quarantined: compute threw");
    }

    @Test
    void verifiesAgainOnDemand() throws Exception {
        deploy(jars.good("sample", "1.0.0"));
        deploy(jars.throwing());
        await(() -> isOffered("sample") && catalog.count(Status.QUARANTINED) == 1);
        assertThat(plugins().verify(PluginKind.FACTOR, "sample").status()).isEqualTo(Status.ACTIVE);
        assertThat(plugins().verify(PluginKind.FACTOR, "bad-throwing").status()).isEqualTo(Status.QUARANTINED);
        assertThatThrownBy(() -> plugins().verify(PluginKind.FACTOR, "absent")).hasMessage("no factor 'absent'");
    }

    @Test
    void showsJarsThatCouldNotBeInstalledOrResolved() throws Exception {
        Path broken = jars.brokenManifest();
        Path missing = jars.missingImport();
        install(missing);
        Path noZip = Files.writeString(folder.resolve("deploy/garbage.jar"), "this is no jar");
        await(() -> broken().size() == 3);
        assertThat(broken())
                .extracting(PluginInfo::id)
                .containsExactly("bad-import-1.0.0.jar", "bad-manifest-1.0.0.jar", "garbage.jar");
        assertThat(broken().get(0).reason())
                .isEqualTo("cannot be resolved: nothing provides package org.example.absent from 3.0.0 to below 4.0.0");
        assertThat(broken().get(1).reason()).startsWith("its manifest cannot be read: ");
        assertThat(broken().get(2).reason()).startsWith("is not a readable jar: ");
        assertThat(plugins().get(PluginKind.BUNDLE, "garbage.jar").status()).isEqualTo(Status.QUARANTINED);
        Files.delete(broken);
        Files.delete(noZip);
        await(() -> broken().size() == 1);
    }

    @Test
    void showsBundleWithoutComponents() throws Exception {
        deploy(jars.write(Recipe.of("silent", "1.0.0", "1").withHeader("Service-Component", "")));
        await(() -> broken().size() == 1);
        assertThat(broken().get(0).reason()).startsWith("its manifest has no Service-Component header");
    }

    private Plugins plugins() {
        return catalog.forCaller(CALLER);
    }

    private List<PluginInfo> broken() {
        return plugins().list(Optional.of(PluginKind.BUNDLE), PageRequest.FIRST).items();
    }

    private boolean isOffered(String id) {
        return catalog.find(PluginKind.FACTOR, id).isPresent();
    }

    private String version(String id) {
        return catalog.find(PluginKind.FACTOR, id)
                .map(info -> info.bundle().version())
                .orElse("");
    }

    private String reason(String id) {
        return String.valueOf(plugins().get(PluginKind.FACTOR, id).reason());
    }

    private static double score(BoundPlugin<?> bound) {
        ScoreMatrix out = new ScoreMatrix(1, 2);
        compute((Factor<?>) bound.service(), bound.parameters(), out);
        return out.get(0, 1);
    }

    private static <P extends Record> void compute(Factor<P> factor, Record parameters, ScoreMatrix out) {
        factor.compute(
                FakeFactorInput.ofCloses(100, 110), factor.parameterType().cast(parameters), out);
    }

    private Bundle install(Path jar) throws BundleException {
        return framework.getBundleContext().installBundle(jar.toUri().toString());
    }

    private Bundle deploy(Path jar) throws BundleException {
        Bundle bundle = install(jar);
        bundle.start();
        return bundle;
    }

    private static void uninstall(Bundle bundle) throws BundleException {
        bundle.uninstall();
    }

    /** A bundle in whose name the catalog acts, as its own bundle is in the product. */
    private BundleContext host() throws Exception {
        PluginJars elsewhere = new PluginJars(folder.resolve("host"));
        Bundle host = deploy(elsewhere.write(Recipe.of("host", "1.0.0", "0").withHeader("Service-Component", "")));
        return host.getBundleContext();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not within a minute").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private record TestSettings(String policy) implements CatalogSettings {

        @Override
        public String deploy_directory() {
            return "deploy";
        }

        @Override
        public String policy_signers() {
            return "signers.pem";
        }

        @Override
        public String archive_directory() {
            return "plugins";
        }

        @Override
        public long probe_cpu_millis() {
            return 1_000;
        }

        @Override
        public long probe_deadline_millis() {
            return 30_000;
        }

        @Override
        public long probe_memory_mb() {
            return 256;
        }

        @Override
        public long probe_cell_micros() {
            return 100;
        }

        @Override
        public long probe_cell_bytes() {
            return 4_096;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CatalogSettings.class;
        }
    }
}
