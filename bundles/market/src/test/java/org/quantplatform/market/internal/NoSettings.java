package org.quantplatform.market.internal;

import java.lang.annotation.Annotation;

/** Every setting at its default, but that no market has a source. */
class NoSettings implements MarketSettings {

    @Override
    public String import_folder() {
        return "import";
    }

    @Override
    public int max_files() {
        return 100;
    }

    @Override
    public int max_file_mb() {
        return 512;
    }

    @Override
    public int max_total_mb() {
        return 2048;
    }

    @Override
    public int max_inflated_mb() {
        return 8192;
    }

    @Override
    public int max_zip_entries() {
        return 1000;
    }

    @Override
    public String sources_kr() {
        return "";
    }

    @Override
    public String sources_us() {
        return "";
    }

    @Override
    public String sources_cn() {
        return "";
    }

    @Override
    public String sources_hk() {
        return "";
    }

    @Override
    public String sources_jp() {
        return "";
    }

    @Override
    public String sources_vn() {
        return "";
    }

    @Override
    public String sources_fx() {
        return "";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return MarketSettings.class;
    }
}
