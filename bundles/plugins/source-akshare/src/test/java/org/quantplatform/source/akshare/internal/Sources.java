package org.quantplatform.source.akshare.internal;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.testkit.FakeDataSink;

/** Sources that ask servers on this machine. */
final class Sources {

    static final World CHINA = World.of(Country.CN, 40);
    private static final int LOT = 100;

    private Sources() {}

    static AkShareSource source(EastmoneyProvider server) {
        return source(server.address(), null, 5);
    }

    static AkShareSource source(AkToolsProvider server) {
        return source(URI.create("http://127.0.0.1:1"), server.address(), 5);
    }

    static AkShareSource source(URI hosts, @Nullable URI tools, int attempts) {
        return source(hosts, tools, attempts, Clock.systemUTC());
    }

    static AkShareSource source(URI hosts, @Nullable URI tools, int attempts, Clock clock) {
        return new AkShareSource(
                new AkShareSetup(
                        "akshare",
                        Eastmoney.Hosts.all(hosts),
                        tools,
                        0,
                        new AkShareSetup.Patience(attempts, Duration.ofMillis(1), Duration.ofSeconds(60))),
                clock);
    }

    /** Volume as the upstream states it, in whole lots. */
    static List<FakeDataSink.Bar> bars(Company company) {
        return company.bars().stream()
                .map(bar -> new FakeDataSink.Bar(
                        0,
                        Market.CN,
                        company.ticker(),
                        bar.date(),
                        new BarValues(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume() / LOT * LOT)))
                .toList();
    }

    static List<CorporateAction> actions(Company company) {
        List<CorporateAction> actions = new ArrayList<>();
        company.splits()
                .forEach(split -> actions.add(new CorporateAction(
                        Market.CN, company.ticker(), split.date(), Kind.SPLIT, (double) split.to() / split.from())));
        company.dividends()
                .forEach(paid -> actions.add(
                        new CorporateAction(Market.CN, company.ticker(), paid.exDate(), Kind.DIVIDEND, paid.amount())));
        return actions;
    }
}
