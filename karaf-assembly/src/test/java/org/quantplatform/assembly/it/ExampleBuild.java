package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds the examples of plug-ins as a stranger does: each alone, from what Maven has in its repository. That is one made for
 * it, which holds of the platform only what this build made and authors are given.
 */
final class ExampleBuild {

    private static final String VERSION = "0.1.0";

    private final Path source = Path.of(System.getProperty("quant.source"));
    private final Path folder;
    private final Path repository;

    ExampleBuild(Path folder) throws IOException {
        this.folder = folder;
        repository = Files.createDirectories(folder.resolve("m2"));
        Path known = Path.of(System.getProperty("quant.maven.repository"));
        link(known, repository, "org");
        link(known.resolve("org"), Files.createDirectory(repository.resolve("org")), "quantplatform");
        copy(source.resolve("pom.xml"), "quant-parent", "pom");
        for (String module : List.of("model", "spi", "testkit")) {
            String artifact = "quant-" + module;
            Path made = source.resolve("bundles").resolve(module);
            copy(made.resolve("pom.xml"), artifact, "pom");
            copy(made.resolve("target").resolve(artifact + "-" + VERSION + ".jar"), artifact, "jar");
        }
    }

    /** The bundle of the example in this folder of {@code plugins-examples}, whose tests have passed. */
    Path jar(String example) throws IOException, InterruptedException {
        Path project = folder.resolve(example);
        copyTree(source.resolve("plugins-examples").resolve(example).resolve("src"), project.resolve("src"));
        Path pom = project.resolve("pom.xml");
        Files.copy(source.resolve("plugins-examples").resolve(example).resolve("pom.xml"), pom);
        Path output = folder.resolve(example + ".log");
        Process maven = new ProcessBuilder(
                        Path.of(System.getProperty("quant.maven.home"), "bin", "mvn")
                                .toString(),
                        "-B",
                        "-Dmaven.repo.local=" + repository,
                        "package")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = maven.waitFor(5, TimeUnit.MINUTES);
        maven.destroyForcibly();
        assertThat(ended && maven.exitValue() == 0)
                .as("%s: %s", example, Files.readString(output))
                .isTrue();
        return project.resolve("target").resolve(example + "-1.0.0.jar");
    }

    /** Everything but {@code without}, as links. */
    private static void link(Path from, Path to, String without) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(without)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
                }
            }
        }
    }

    private void copy(Path file, String artifact, String type) throws IOException {
        Path to = Files.createDirectories(
                repository.resolve("org/quantplatform").resolve(artifact).resolve(VERSION));
        Files.copy(file, to.resolve(artifact + "-" + VERSION + "." + type));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
