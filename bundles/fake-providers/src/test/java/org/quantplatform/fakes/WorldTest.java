package org.quantplatform.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quantplatform.fakes.Company.Bar;

class WorldTest {

    private static final LocalDate SPLIT = LocalDate.of(2020, 8, 31);

    @ParameterizedTest
    @EnumSource(Country.class)
    void barsAreOrderedSoundAndOnTradingDays(Country country) {
        for (Company company : World.of(country, 10).companies()) {
            LocalDate before = LocalDate.MIN;
            for (Bar bar : company.bars()) {
                assertThat(bar.date()).isAfter(before);
                assertThat(TradingDays.of(country).isOpen(bar.date())).isTrue();
                assertThat(bar.low()).isPositive().isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
                assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
                before = bar.date();
            }
        }
    }

    @Test
    void splitDividesThePrice() {
        Company split = World.of(Country.US, 10).company(1);
        List<Bar> around = split.bars(SPLIT.minusDays(3), SPLIT);
        double factor = around.get(1).close() / around.get(0).close();
        assertThat(factor).isCloseTo(0.25, within(0.03));
        assertThat(split.splitFactor(SPLIT.minusDays(1), SPLIT)).isEqualTo(0.25);
        assertThat(split.splitFactor(SPLIT, SPLIT)).isEqualTo(1);
        assertThat(split.splitFactor(SPLIT.minusDays(1), LocalDate.of(2025, 1, 1)))
                .isEqualTo(0.5);
    }

    @Test
    void isAsItWasTold() {
        World world = World.of(Country.US, 10);
        assertThat(world.company(0).ticker()).isEqualTo("QZAA");
        assertThat(world.company(2).last()).isEqualTo(LocalDate.of(2023, 6, 9));
        assertThat(world.company(3).first()).isEqualTo(LocalDate.of(2022, 3, 14));
        assertThat(world.company(4).idle()).isNotEmpty();
        assertThat(world.company(4).bar(world.company(4).idle().get(0))).isEmpty();
        assertThat(world.find("qzaa")).isEmpty();
    }

    @Test
    void doesNotDependOnHowManyCompaniesThereAre() {
        assertThat(World.of(Country.KR, 3).company(1))
                .isEqualTo(World.of(Country.KR, 7).company(1));
    }
}
