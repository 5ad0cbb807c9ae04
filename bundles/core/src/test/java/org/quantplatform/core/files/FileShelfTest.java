package org.quantplatform.core.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileShelfTest {

    @TempDir
    Path data;

    private int written;

    private FileShelf shelf(long limit) {
        return new FileShelf(data.resolve("files"), limit);
    }

    private Path put(FileShelf shelf, String name, long age) throws IOException {
        Path file = shelf.get(name, out -> {
            written++;
            out.write(new byte[100]);
        });
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(age)));
        return file;
    }

    @Test
    void writesAFileOnce() throws IOException {
        FileShelf shelf = shelf(1000);
        put(shelf, "a", 10);
        put(shelf, "a", 10);
        assertThat(written).isEqualTo(1);
        assertThat(Files.getPosixFilePermissions(data.resolve("files"))).hasSize(3);
    }

    @Test
    void dropsWhatWasNotAskedForLongest() throws IOException {
        FileShelf shelf = shelf(250);
        Path first = put(shelf, "first", 30);
        Path second = put(shelf, "second", 20);
        Path third = put(shelf, "third", 10);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
        assertThat(third).exists();
        put(shelf, "second", 0);
        put(shelf, "fourth", 0);
        assertThat(third).doesNotExist();
        assertThat(second).exists();
    }

    @Test
    void keepsNoFileThatCouldNotBeFinished() throws IOException {
        FileShelf shelf = shelf(1000);
        assertThatThrownBy(() -> shelf.get("a", out -> {
                    out.write(1);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        try (Stream<Path> files = Files.list(data.resolve("files"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void removesByTheBeginningOfTheName() throws IOException {
        FileShelf shelf = shelf(1000);
        Path one = put(shelf, "x-1", 0);
        Path other = put(shelf, "y-1", 0);
        shelf.remove("x-");
        assertThat(one).doesNotExist();
        assertThat(other).exists();
        new FileShelf(data.resolve("nowhere"), 1).remove("x");
    }
}
