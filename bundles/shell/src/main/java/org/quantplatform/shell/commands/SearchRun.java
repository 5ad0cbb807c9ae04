package org.quantplatform.shell.commands;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Submits a search and waits for what it finds. */
@Command(name = "run", description = "Search for parameters of a backtest")
public final class SearchRun extends QuantCommand {

    @Option(names = "--name", paramLabel = "NAME", description = "Of the search; the strategy's when left out")
    private @Nullable String name;

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "The whole search in YAML or JSON, its run under backtest; options stand over it")
    private @Nullable Path request;

    @Mixin
    private final SpaceOptions space = new SpaceOptions();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(names = "--no-wait", description = "Return as soon as the server has taken it")
    private boolean noWait;

    @Override
    int run() {
        RequestDocument document = request == null ? RequestDocument.empty() : RequestDocument.read(request);
        document.set("name", name);
        space.writeTo(document);
        options.writeTo(document.part("backtest"));
        SearchRequest wanted = document.as(SearchRequest.class);
        options.wrong(wanted.backtest()).ifPresent(message -> {
            throw usage(message);
        });
        Search search = session().searches().submit(wanted, Optional.empty());
        if (noWait) {
            if (!printed(search)) {
                screen().line(search.searchId());
            }
            return ExitCode.DONE;
        }
        new SearchWork(this).finish(search);
        return ExitCode.DONE;
    }
}
