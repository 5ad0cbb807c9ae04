package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {

    @TempDir
    Path folder;

    private final Run run = new Run();
    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("trades.csv");
    }

    private int export(String... more) {
        String[] arguments = {"backtest", "export", MemoryBacktests.ID, "-o", target.toString()};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run.of(all);
    }

    @Test
    void writesTheFileAndTellsItsSize() throws IOException {
        assertThat(export()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(target)).startsWith("content of ResultQuery[format=CSV, table=TRADES]");
        assertThat(run.out).isEqualTo(target + ", " + Files.size(target) + " bytes\n");
    }

    @Test
    void replacesAFileOnlyWhenTold() throws IOException {
        Files.writeString(target, "mine");
        assertThat(export()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("--force");
        assertThat(Files.readString(target)).isEqualTo("mine");
        assertThat(export("--force", "--format", "parquet")).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(target)).contains("PARQUET");
    }

    @Test
    void goesOnWithAPartThatIsThere() throws IOException {
        export();
        String whole = Files.readString(target);
        Files.delete(target);
        Path part = folder.resolve("trades.csv.t" + whole.length() + ".part");
        Files.writeString(part, whole.substring(0, 1000));

        assertThat(export()).isEqualTo(ExitCode.DONE);
        assertThat(run.backtests.openedAt).containsExactly(0L, 1000L);
        assertThat(run.err).contains("going on after 1000 of");
        assertThat(Files.readString(target)).isEqualTo(whole);
        assertThat(part).doesNotExist();
    }

    @Test
    void refusesWhatNoFileHolds() {
        assertThat(export("--table", "all")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("table: must be trades");
        assertThat(export("--format", "xls")).isEqualTo(ExitCode.USAGE);
        assertThat(run.of("backtest", "export", "unknown", "-o", target.toString()))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(target).doesNotExist();
    }
}
