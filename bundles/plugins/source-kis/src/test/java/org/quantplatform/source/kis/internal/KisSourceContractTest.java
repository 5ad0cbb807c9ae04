package org.quantplatform.source.kis.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.testkit.FakeDataSink;
import org.quantplatform.testkit.ProviderSourceContract;

class KisSourceContractTest extends ProviderSourceContract {

    private KisProvider server;

    @BeforeEach
    void start() {
        server = Sources.server(Sources.UNLIMITED);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected DataSource source() {
        return Sources.source(server);
    }

    @Override
    protected DataSource sourceWithoutKey() {
        KisSetup setup = Sources.setup(server, null);
        return new KisSource(
                new KisSetup("kis", setup.place(), setup.choice(), setup.patience(), () -> {
                    throw new PluginException("source 'kis' has no key: store it with: quant secret set kis-key");
                }),
                Clock.systemUTC());
    }

    @Override
    protected DataRequest request() {
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS, DataKind.INSTRUMENTS),
                Set.of(Market.KR),
                List.of(plain().ticker(), split().ticker()),
                LocalDate.of(2023, 1, 2),
                LocalDate.of(2023, 6, 30),
                Map.of(),
                List.of());
    }

    @Override
    protected String key() {
        return KisProvider.SECRET;
    }

    @Override
    protected void every(Trouble trouble, int count) {
        server.faults().every(Fault.valueOf(trouble.name()), count);
    }

    @Override
    protected long requests() {
        return server.counters().total();
    }

    @Override
    protected Known plain() {
        return known(Sources.KOREA.company(5));
    }

    @Override
    protected Known split() {
        return known(Sources.KOREA.company(1));
    }

    @Override
    protected Known delisted() {
        return known(Sources.KOREA.company(2));
    }

    static Known known(Company company) {
        List<FakeDataSink.Bar> bars = company.bars().stream()
                .map(bar -> new FakeDataSink.Bar(
                        0,
                        Market.KR,
                        company.ticker(),
                        bar.date(),
                        new BarValues(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())))
                .toList();
        List<CorporateAction> actions = new ArrayList<>();
        company.splits()
                .forEach(split -> actions.add(new CorporateAction(
                        Market.KR, company.ticker(), split.date(), Kind.SPLIT, (double) split.to() / split.from())));
        company.dividends()
                .forEach(paid -> actions.add(
                        new CorporateAction(Market.KR, company.ticker(), paid.exDate(), Kind.DIVIDEND, paid.amount())));
        return new Known(Market.KR, company.ticker(), bars, actions);
    }
}
