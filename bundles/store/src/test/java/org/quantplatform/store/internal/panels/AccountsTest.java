package org.quantplatform.store.internal.panels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.Field;

class AccountsTest {

    @Test
    void theLatestPeriodCountsWhateverIsPublishedLater() {
        Accounts accounts = of("revenue");
        assertThat(accounts.value()).isNaN();
        publish(accounts, 0, "2020-03-31", 10);
        publish(accounts, 0, "2020-06-30", 20);
        publish(accounts, 0, "2020-03-31", 11);
        assertThat(accounts.value()).isEqualTo(20);
        publish(accounts, 0, "2020-06-30", 21);
        assertThat(accounts.value()).isEqualTo(21);
    }

    @Test
    void twelveMonthsAreFourQuartersInARow() {
        Accounts accounts = of("revenue_ttm");
        quarters(accounts, 2019, 1, 2, 3);
        assertThat(accounts.value()).isNaN();
        publish(accounts, 0, "2019-12-31", 4);
        assertThat(accounts.value()).isEqualTo(10);
        publish(accounts, 0, "2020-03-31", 5);
        assertThat(accounts.value()).isEqualTo(14);
    }

    @Test
    void aMissingQuarterLeavesTheTwelveMonthsBefore() {
        Accounts accounts = of("revenue_ttm");
        quarters(accounts, 2019, 1, 2, 3, 4);
        publish(accounts, 0, "2020-06-30", 6);
        assertThat(accounts.value()).isEqualTo(10);
        publish(accounts, 0, "2020-03-31", 5);
        assertThat(accounts.value()).isEqualTo(3 + 4 + 5 + 6);
    }

    @Test
    void quartersOfRetailersAndLongYearsAddUpToo() {
        Accounts weeks = of("revenue_ttm");
        LocalDate end = LocalDate.of(2019, 2, 2);
        for (int length : new int[] {0, 12, 12, 17}) {
            end = end.plusWeeks(length);
            weeks.publish(0, (int) end.toEpochDay(), 1);
        }
        assertThat(weeks.value()).isEqualTo(4);
    }

    @Test
    void halfYearsAreNoQuarters() {
        Accounts accounts = of("revenue_ttm");
        for (int year = 2015; year < 2020; year++) {
            publish(accounts, 0, year + "-06-30", 1);
            publish(accounts, 0, year + "-12-31", 1);
        }
        assertThat(accounts.value()).isNaN();
    }

    @Test
    void aFiscalYearStandsForItselfAndStatedTwelveMonthsForBoth() {
        Accounts accounts = of("revenue_ttm");
        quarters(accounts, 2019, 1, 2, 3, 4);
        publish(accounts, 1, "2019-12-31", 10.5);
        assertThat(accounts.value()).isEqualTo(10.5);
        publish(accounts, 2, "2019-12-31", 11);
        assertThat(accounts.value()).isEqualTo(11);
        publish(accounts, 0, "2020-03-31", 5);
        assertThat(accounts.value()).isEqualTo(14);
    }

    @Test
    void aYearAgoIsThePeriodThatEndedAYearBefore() {
        Accounts plain = of("total_assets_year_ago");
        quarters(plain, 2019, 1, 2, 3, 4);
        assertThat(plain.value()).isNaN();
        publish(plain, 0, "2020-03-28", 5);
        assertThat(plain.value()).isEqualTo(1);
        Accounts trailing = of("revenue_ttm_year_ago");
        quarters(trailing, 2018, 1, 2, 3, 4);
        quarters(trailing, 2019, 5, 6, 7);
        assertThat(trailing.value()).isNaN();
        publish(trailing, 0, "2019-12-31", 8);
        assertThat(trailing.value()).isEqualTo(10);
    }

    @Test
    void splitsMultiplySharesAndDivideWhatIsPerShare() {
        Accounts shares = of("shares_outstanding");
        publish(shares, 0, "2020-03-31", 100);
        shares.split(2);
        assertThat(shares.value()).isEqualTo(200);
        Accounts perShare = of("dividends_per_share_ttm");
        quarters(perShare, 2019, 1, 1, 1);
        perShare.split(2);
        publish(perShare, 0, "2019-12-31", 0.5);
        assertThat(perShare.value()).isEqualTo(2);
        Accounts money = of("revenue");
        publish(money, 0, "2020-03-31", 100);
        money.split(2);
        assertThat(money.value()).isEqualTo(100);
        assertThat(AccountField.of(Field.of("eps_per_share_fy")).afterSplit(3, 2))
                .isEqualTo(1.5);
    }

    private static Accounts of(String field) {
        return new Accounts(AccountField.of(Field.of(field)));
    }

    private static void quarters(Accounts accounts, int year, double... values) {
        for (int i = 0; i < values.length; i++) {
            LocalDate end = LocalDate.of(year, 3 * i + 3, 1).plusMonths(1).minusDays(1);
            accounts.publish(0, (int) end.toEpochDay(), values[i]);
        }
    }

    private static void publish(Accounts accounts, int source, String periodEnd, double value) {
        accounts.publish(source, (int) LocalDate.parse(periodEnd).toEpochDay(), value);
    }
}
