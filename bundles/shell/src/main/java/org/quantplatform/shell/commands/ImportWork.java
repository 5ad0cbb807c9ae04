package org.quantplatform.shell.commands;

import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.view.ImportView;
import org.quantplatform.shell.view.Labels;

/** Waits for an import and shows its accounting. */
final class ImportWork {

    private final QuantCommand command;

    ImportWork(QuantCommand command) {
        this.command = command;
    }

    /** Shows the accounting, also that of one that failed; throws unless it was completed. */
    void finish(ImportReport submitted) {
        ImportReport ended = await(submitted);
        if (!command.printed(ended)) {
            ImportView.show(ended, command.screen());
        }
        command.out().flush();
        check(ended);
    }

    /** Waits and shows nothing but the progress; throws unless it was completed. */
    ImportReport quietly(ImportReport submitted) {
        ImportReport ended = await(submitted);
        check(ended);
        return ended;
    }

    private ImportReport await(ImportReport submitted) {
        String id = submitted.importId();
        if (!submitted.status().ended()) {
            new LongWork(command.host()).await(id, command.progress("import " + id));
        }
        return command.session().data().getImport(id);
    }

    private static void check(ImportReport ended) {
        if (ended.status() != JobStatus.COMPLETED) {
            String why = ended.error() == null ? "" : ": " + ended.error();
            throw new Failure(ExitCode.FAILED, "import " + ended.importId() + " " + Labels.of(ended.status()) + why);
        }
    }
}
