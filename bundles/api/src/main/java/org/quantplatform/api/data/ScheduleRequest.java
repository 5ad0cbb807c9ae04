package org.quantplatform.api.data;

import org.jspecify.annotations.Nullable;

/**
 * An update that is to be repeated. Either {@code cron} or {@code afterCloseMinutes} is needed.
 *
 * @param update what is asked for each time, needed; dates in it stay as they are
 * @param cron five fields: minute, hour, day of the month, month, day of the week
 * @param timeZone of the cron expression, such as {@code Asia/Seoul}; the market's when left out
 * @param afterCloseMinutes after the close of each session of the market, 0 to 1440; the run comes later where the first
 *     source has the bars of the session later
 */
public record ScheduleRequest(
        UpdateRequest update, @Nullable String cron, @Nullable String timeZone, @Nullable Integer afterCloseMinutes) {}
