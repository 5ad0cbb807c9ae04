package org.quantplatform.shell.commands;

import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.searches.Search;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.SearchView;

/** Waits for a search and shows how it ended. */
final class SearchWork {

    private final QuantCommand command;

    SearchWork(QuantCommand command) {
        this.command = command;
    }

    /** Throws when it came to another end than completion. */
    void finish(Search submitted) {
        String id = submitted.searchId();
        if (!submitted.status().ended()) {
            new LongWork(command.host()).await(id, command.progress("search " + id));
        }
        Search ended = command.session().searches().get(id);
        if (!command.printed(ended) && ended.status() == JobStatus.COMPLETED) {
            show(ended);
        }
        if (ended.status() != JobStatus.COMPLETED) {
            command.out().flush();
            String why = ended.error() == null ? "" : ": " + ended.error();
            throw new Failure(ExitCode.FAILED, "search " + id + " " + Labels.of(ended.status()) + why);
        }
    }

    void show(Search search) {
        new SearchView(command.screen()).show(search);
    }
}
