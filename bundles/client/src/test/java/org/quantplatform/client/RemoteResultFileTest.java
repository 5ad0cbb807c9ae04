package org.quantplatform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultFormat;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.client.ScriptedServer.Reply;

class RemoteResultFileTest {

    private static final int LENGTH = (1 << 20) + 5;
    private static final ResultQuery CSV = ResultQuery.of(ResultFormat.CSV, null);

    private static Reply piece(int from, int to, char content) {
        byte[] body = new byte[to - from + 1];
        Arrays.fill(body, (byte) content);
        return new Reply(206, java.util.Map.of(), body, false)
                .with("Content-Type", "text/csv")
                .with("ETag", "\"t1\"")
                .with("Content-Disposition", "attachment; filename=\"bt_1-trades.csv\"")
                .with("Content-Range", "bytes " + from + "-" + to + "/" + LENGTH);
    }

    private static ResultFile file(ScriptedServer server) {
        return server.platform().session().backtests().file("bt_1", CSV);
    }

    @Test
    void tellsNameAndLengthFromTheFirstByte() throws IOException {
        try (ScriptedServer server = new ScriptedServer(piece(0, 0, 'a'))) {
            ResultFile file = file(server);
            assertThat(file.name()).isEqualTo("bt_1-trades.csv");
            assertThat(file.length()).isEqualTo(LENGTH);
            assertThat(file.tag()).isEqualTo("t1");
            assertThat(server.asked().get(0).header("Range")).isEqualTo("bytes=0-0");
        }
    }

    @Test
    void fetchesPiecesAndRepeatsTheOneThatBroke() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                piece(0, 0, 'a'),
                piece(0, (1 << 20) - 1, 'a').brokenOff(),
                piece(0, (1 << 20) - 1, 'a'),
                piece(1 << 20, LENGTH - 1, 'b'))) {
            byte[] read;
            try (InputStream in = file(server).open(0)) {
                read = in.readAllBytes();
            }
            assertThat(read).hasSize(LENGTH);
            assertThat(read[(1 << 20) - 1]).isEqualTo((byte) 'a');
            assertThat(read[1 << 20]).isEqualTo((byte) 'b');
            assertThat(server.asked().get(3).header("Range")).isEqualTo("bytes=1048576-1048580");
            assertThat(server.asked().get(3).header("If-range")).isEqualTo("\"t1\"");
        }
    }

    @Test
    void goesOnWhereACopyEnded() throws IOException {
        try (ScriptedServer server = new ScriptedServer(piece(0, 0, 'a'), piece(LENGTH - 3, LENGTH - 1, 'z'))) {
            try (InputStream in = file(server).open(LENGTH - 3)) {
                assertThat(in.readAllBytes()).hasSize(3);
            }
        }
    }

    @Test
    void mixesNoTwoFiles() throws IOException {
        Reply other = new Reply(200, java.util.Map.of("Content-Type", "text/csv"), new byte[10], false);
        try (ScriptedServer server = new ScriptedServer(piece(0, 0, 'a'), other)) {
            InputStream in = file(server).open(0);
            assertThatThrownBy(in::readAllBytes).hasMessageContaining("has changed");
        }
    }

    @Test
    void refusesAnAnswerThatIsNoPart() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Reply.json(200, "{}"))) {
            assertThatThrownBy(() -> file(server)).hasMessageContaining("part of a file");
        }
    }
}
