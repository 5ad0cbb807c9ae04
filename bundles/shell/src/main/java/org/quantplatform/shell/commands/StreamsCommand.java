package org.quantplatform.shell.commands;

import java.util.List;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;

/** Of the group {@code data}: where prices of the moment come from. */
@Command(name = "streams", description = "Show the sources of prices of the moment that somebody watches")
public final class StreamsCommand extends QuantCommand {

    private static final Table<LiveStream> STREAMS = Table.of(LiveStream.class)
            .text("source", LiveStream::source)
            .text("market", LiveStream::market)
            .text("state", LiveStream::state)
            .number("watchers", LiveStream::watchers, s -> Figures.count(s.watchers()))
            .number("tickers", LiveStream::tickers, s -> Figures.count(s.tickers()))
            .number("ticks", LiveStream::ticks, s -> Figures.count(s.ticks()))
            .number("notices", LiveStream::notices, s -> Figures.count(s.notices()))
            .shown("latest_notice_at", LiveStream::latestNoticeAt, s -> Figures.time(s.latestNoticeAt()))
            .text("detail", LiveStream::detail);

    @Override
    int run() {
        List<LiveStream> streams = session().prices().streams();
        PageRequest whole = new PageRequest(1, Math.max(1, streams.size()));
        return list(Page.of(streams, whole, streams.size()), "streams", STREAMS);
    }
}
