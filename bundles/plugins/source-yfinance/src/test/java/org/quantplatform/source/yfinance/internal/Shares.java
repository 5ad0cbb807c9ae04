package org.quantplatform.source.yfinance.internal;

import java.util.ArrayList;
import java.util.List;
import org.quantplatform.fakes.Company;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.testkit.FakeDataSink;
import org.quantplatform.testkit.ProviderSourceContract.Known;

/** Companies of the invented market in the words of the platform. */
final class Shares {

    private Shares() {}

    static Known known(Company company) {
        Market market = Market.valueOf(company.country().name());
        List<FakeDataSink.Bar> bars = company.bars().stream()
                .map(bar -> new FakeDataSink.Bar(
                        0,
                        market,
                        company.ticker(),
                        bar.date(),
                        new BarValues(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume())))
                .toList();
        List<CorporateAction> actions = new ArrayList<>();
        company.splits()
                .forEach(split -> actions.add(new CorporateAction(
                        market, company.ticker(), split.date(), Kind.SPLIT, (double) split.to() / split.from())));
        company.dividends()
                .forEach(paid -> actions.add(
                        new CorporateAction(market, company.ticker(), paid.exDate(), Kind.DIVIDEND, paid.amount())));
        return new Known(market, company.ticker(), bars, actions);
    }
}
