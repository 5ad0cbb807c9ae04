package org.quantplatform.research.internal.backtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quantplatform.core.plugins.PluginRegistry;

class RehearsalTest {

    @Test
    void runsBacktestsBeforeTheServerIsReady() throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(new TestPlugins(), millis(1));
        awaitEnd(rehearsal);
        assertThat(rehearsal.runs()).isPositive();
    }

    @Test
    void doesNothingInNoTime() {
        Rehearsal rehearsal = new Rehearsal(new TestPlugins(), millis(0));
        assertThat(rehearsal.pending()).isEmpty();
        assertThat(rehearsal.runs()).isZero();
    }

    @Test
    void waitsForPluginsOnProbationUntilItIsStopped() throws InterruptedException {
        Rehearsal rehearsal = new Rehearsal(unsettled(), millis(1));
        assertThat(rehearsal.pending()).contains("backtests are rehearsed");
        rehearsal.stop();
        awaitEnd(rehearsal);
        assertThat(rehearsal.runs()).isZero();
    }

    private static void awaitEnd(Rehearsal rehearsal) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (rehearsal.pending().isPresent()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static PluginRegistry unsettled() {
        return (PluginRegistry) Proxy.newProxyInstance(
                PluginRegistry.class.getClassLoader(), new Class<?>[] {PluginRegistry.class}, (p, m, a) -> 1L);
    }

    private static RehearsalConfig millis(int millis) {
        return new RehearsalConfig() {
            @Override
            public int millis() {
                return millis;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return RehearsalConfig.class;
            }
        };
    }
}
