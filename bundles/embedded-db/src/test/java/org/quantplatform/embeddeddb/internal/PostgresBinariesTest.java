package org.quantplatform.embeddeddb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class PostgresBinariesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,postgres-linux-x86_64.txz",
        "Linux,aarch64,postgres-linux-arm_64.txz",
        "Mac OS X,aarch64,postgres-darwin-arm_64.txz",
        "Mac OS X,x86_64,postgres-darwin-x86_64.txz"
    })
    void namesTheArchiveOfTheSystem(String os, String arch, String name) {
        assertThat(PostgresBinaries.archiveName(os, arch)).isEqualTo(name);
    }

    @Test
    void refusesAnEntryThatLeadsOutOfTheFolder() throws IOException {
        byte[] archive = tarXz("../outside", "text");
        assertThatThrownBy(() -> PostgresBinaries.unpack(new ByteArrayInputStream(archive), folder))
                .hasMessageContaining("leads out");
    }

    @Test
    void unpacksAFile() throws IOException {
        PostgresBinaries.unpack(new ByteArrayInputStream(tarXz("bin/tool", "text")), folder);
        assertThat(folder.resolve("bin/tool")).hasContent("text").isExecutable();
    }

    private static byte[] tarXz(String name, String text) throws IOException {
        byte[] header = new byte[512];
        byte[] content = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000755");
        put(header, 124, "%011o".formatted(text.length()));
        put(header, 156, "0");
        put(content, 0, text);
        var bytes = new ByteArrayOutputStream();
        try (var out = new XZOutputStream(bytes, new LZMA2Options(1))) {
            out.write(header);
            out.write(content);
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
