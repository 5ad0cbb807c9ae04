package org.quantplatform.assembly.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A disk of some KB in the place of a folder, until closed. */
final class SmallDisk implements AutoCloseable {

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where nothing may be mounted. */
    static SmallDisk at(Path folder, int kilobytes) throws Exception {
        Files.createDirectories(folder);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", size(kilobytes), "tmpfs", folder.toString()), "mounts nothing");
        return new SmallDisk(folder);
    }

    void grow(int kilobytes) throws Exception {
        assertThat(run("mount", "-o", "remount," + size(kilobytes), folder.toString()))
                .isTrue();
    }

    List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Override
    public void close() throws IOException {
        assertThat(run("umount", "-l", folder.toString())).isTrue();
    }

    private static String size(int kilobytes) {
        return "mode=0700,size=" + kilobytes + "k";
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue()
                == 0;
    }
}
