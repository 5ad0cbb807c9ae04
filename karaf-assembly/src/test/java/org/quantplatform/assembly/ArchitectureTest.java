package org.quantplatform.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule table of ARCHITECTURE.md, over the bundles that the distribution really carries. */
class ArchitectureTest {

    private static final String ROOT = "org.quantplatform.";
    private static final Set<String> PLUGIN_KINDS =
            Set.of("factor", "strategy", "optimizer", "source", "cost", "rules", "auth");
    private static final Set<String> MAY_EXPORT =
            Set.of("model", "spi", "api", "core", "json", "testkit", "engine", "webconsole");
    private static final Set<String> FOR_PLUGINS =
            Set.of("model", "spi", "engine.kernel", "engine.expression", "engine.solve");
    /** Sources over HTTP carry a private copy of what they share. */
    private static final Set<String> FOR_SOURCES =
            Set.of("model", "spi", "engine.kernel", "engine.expression", "engine.solve", "source.http");

    private static final Set<String> FOR_SERVICES = Set.of("model", "spi", "api", "core", "engine", "json");
    private static final Set<String> FOR_FACES = Set.of("model", "api", "json");

    /** Bundle → what it may use of the platform besides itself; a plug-in is looked up by its kind. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("spi", Set.of("model")),
            Map.entry("api", Set.of("model", "spi")),
            Map.entry("engine", Set.of("model")),
            Map.entry("core", Set.of("model", "spi", "api")),
            Map.entry("json", Set.of("model", "api")),
            Map.entry("catalog", FOR_SERVICES),
            Map.entry("store", FOR_SERVICES),
            Map.entry("market", FOR_SERVICES),
            Map.entry("research", FOR_SERVICES),
            Map.entry("security", FOR_SERVICES),
            Map.entry("embedded-db", Set.of()),
            Map.entry("ssh", Set.of()),
            Map.entry("servlet-contract", Set.of()),
            Map.entry("http-server", Set.of()),
            Map.entry("rest", FOR_FACES),
            Map.entry("client", FOR_FACES),
            Map.entry("webconsole", FOR_FACES),
            // the stand-alone command line is the shell's commands on the client's services
            Map.entry("shell", Set.of("model", "api", "json", "client")));

    /** Bundle → packages of libraries that it must not know. */
    private static final Map<String, List<String>> MUST_NOT_USE = Map.of(
            "model", List.of("org.slf4j..", "com.fasterxml..", "org.osgi.framework..", "org.osgi.service.."),
            "spi", List.of("org.slf4j..", "com.fasterxml..", "org.osgi.framework.."),
            "api", List.of("org.apache.karaf..", "jakarta.servlet..", "java.sql..", "javax.sql..", "com.vaadin.."),
            "core", List.of("org.slf4j..", "com.fasterxml..", "org.osgi.framework.."),
            "engine",
                    List.of(
                            "org.osgi.framework..",
                            "org.osgi.service..",
                            "java.net..",
                            "java.sql..",
                            "java.nio.file.."),
            "rest", List.of("java.sql..", "javax.sql.."),
            "shell", List.of("java.sql..", "javax.sql.."),
            "webconsole", List.of("java.sql..", "javax.sql.."));

    private static Map<String, JavaClasses> classes;

    @BeforeAll
    static void read() throws IOException {
        classes = new LinkedHashMap<>();
        for (Path bundle : Distribution.bundles()) {
            try (JarFile jar = new JarFile(bundle.toFile())) {
                classes.put(
                        Distribution.nameOf(bundle),
                        new ClassFileImporter()
                                .withImportOption(location -> location.contains("!/org/quantplatform/")
                                        || location.contains("!/WEB-INF/classes/org/quantplatform/"))
                                .importJars(jar));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> usesOnlyWhatItMay() {
        return classes.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> ArchRuleDefinition.noClasses()
                        .should()
                        .dependOnClassesThat(strangersTo(entry.getKey()))
                        .allowEmptyShould(true)
                        .check(entry.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> leavesLibrariesAlone() {
        return MUST_NOT_USE.entrySet().stream()
                .filter(entry -> classes.containsKey(entry.getKey()))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> ArchRuleDefinition.noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(entry.getValue().toArray(String[]::new))
                        .allowEmptyShould(true)
                        .check(classes.get(entry.getKey()))));
    }

    @Test
    void everyBundleHasARule() {
        assertThat(classes.keySet())
                .allSatisfy(name -> assertThat(allowed(name)).as(name).isNotNull());
    }

    @Test
    void nobodyImportsPrivatePackages() {
        for (Path bundle : Distribution.bundles()) {
            assertThat(Distribution.packages(Distribution.header(bundle, "Import-Package")))
                    .as(Distribution.nameOf(bundle))
                    .noneMatch(ArchitectureTest::isOursAndPrivate);
        }
    }

    @Test
    void onlyContractsExportPackages() {
        for (Path bundle : Distribution.bundles()) {
            String name = Distribution.nameOf(bundle);
            List<String> exported = Distribution.packages(Distribution.header(bundle, "Export-Package"));
            if (!MAY_EXPORT.contains(name)) {
                assertThat(exported).as(name).isEmpty();
            }
            assertThat(exported).as(name).noneMatch(ArchitectureTest::isOursAndPrivate);
        }
    }

    @Test
    void exportsCarryAVersion() {
        for (Path bundle : Distribution.bundles()) {
            String header = Distribution.header(bundle, "Export-Package");
            assertThat(Distribution.packages(header))
                    .as(Distribution.nameOf(bundle))
                    .allSatisfy(name -> assertThat(header.replaceAll("uses:=\"[^\"]*\"", ""))
                            .containsPattern(java.util.regex.Pattern.quote(name) + "[^,]*;version=\""));
        }
    }

    /** Vaadin, which the console passes on to views of other bundles, has public packages of that name. */
    private static boolean isOursAndPrivate(String packageName) {
        return packageName.startsWith(ROOT) && packageName.contains(".internal");
    }

    private static DescribedPredicate<JavaClass> strangersTo(String bundle) {
        Set<String> allowed = allowed(bundle);
        String own = ownPackage(bundle);
        return DescribedPredicate.describe(
                "belong to the platform but are none of " + allowed,
                type -> type.getPackageName().startsWith(ROOT)
                        && !within(type, own)
                        && allowed.stream().noneMatch(part -> within(type, ROOT + part)));
    }

    private static boolean within(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private static Set<String> allowed(String bundle) {
        String kind = bundle.replaceAll("-.*", "");
        if (kind.equals("source")) {
            return FOR_SOURCES;
        }
        return PLUGIN_KINDS.contains(kind) ? FOR_PLUGINS : MAY_USE.get(bundle);
    }

    private static String ownPackage(String bundle) {
        return Distribution.bundles().stream()
                .filter(file -> Distribution.nameOf(file).equals(bundle))
                .map(file -> Distribution.header(file, "Bundle-SymbolicName").replaceAll(";.*", ""))
                .findFirst()
                .orElseThrow();
    }
}
