package org.quantplatform.api;

/** What a call needs; which role has which permission is decided in one table by the security bundle. */
public enum Permission {
    STRATEGY_READ,
    STRATEGY_WRITE,
    BACKTEST_READ,
    BACKTEST_RUN,
    FACTOR_READ,
    FACTOR_RUN,
    DATA_READ,
    DATA_WRITE,
    PLUGIN_READ,
    PLUGIN_MANAGE,
    JOB_READ,
    JOB_CANCEL,
    AUDIT_READ,
    /** To see one's own account and change its password; every user has it, also one without roles. */
    ACCOUNT,
    USER_MANAGE,
    SECRET_MANAGE,
    SHARE
}
