package org.quantplatform.core.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.quantplatform.api.backtests.ResultFile;

/**
 * A file that is sent from a shelf.
 *
 * @param source asked again whenever the file is opened, since it may have left the shelf in the meantime
 */
public record ShelvedFile(String name, String mediaType, String tag, long length, Source source) implements ResultFile {

    /** Puts the file on its shelf if it is not there. */
    public interface Source {

        Path file() throws IOException;
    }

    /** @throws IOException if the file cannot be written */
    public static ShelvedFile of(String name, String mediaType, String tag, Source source) throws IOException {
        return new ShelvedFile(name, mediaType, tag, Files.size(source.file()), source);
    }

    @Override
    public InputStream open(long from) throws IOException {
        FileChannel channel = FileChannel.open(source.file(), StandardOpenOption.READ);
        return Channels.newInputStream(channel.position(from));
    }
}
