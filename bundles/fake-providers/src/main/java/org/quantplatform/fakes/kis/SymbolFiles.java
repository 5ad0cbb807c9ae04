package org.quantplatform.fakes.kis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quantplatform.fakes.Company;

/** The zipped lists of instruments, in code page 949. */
final class SymbolFiles {

    private static final Charset KOREAN = Charset.forName("x-windows-949");
    private static final int KOSPI_WIDTH = 227;
    private static final int KOSPI_LISTED = 105;
    private static final int KOSDAQ_WIDTH = 221;
    private static final int KOSDAQ_LISTED = 99;

    private SymbolFiles() {}

    /** With a warrant and an exchange-traded note among the shares, as in the real ones. */
    static byte[] korean(String name, List<Company> companies, boolean kospi) {
        StringBuilder text = new StringBuilder();
        int width = kospi ? KOSPI_WIDTH : KOSDAQ_WIDTH;
        int listed = kospi ? KOSPI_LISTED : KOSDAQ_LISTED;
        text.append(line("J98000101", "KRA980001018", "한국지수콜워런트", "EW", width, listed, "20250102"));
        for (Company company : companies) {
            String date = Charts.written(company.first());
            text.append(line(
                    company.ticker(),
                    "KR7" + company.ticker() + "003",
                    "가상 " + company.name(),
                    "ST",
                    width,
                    listed,
                    date));
        }
        text.append(line("Q980002", "KRG980000020", "가상 지수 ETN", "EN", width, listed, "20250102"));
        return zipped(name, text.toString());
    }

    private static String line(
            String code, String isin, String name, String group, int width, int listed, String date) {
        StringBuilder tail = new StringBuilder(group).append("0".repeat(width - group.length()));
        tail.replace(listed, listed + date.length(), date);
        return String.format(Locale.ROOT, "%-9s%-12s%-40s%s%n", code, isin, name, tail)
                .replace(System.lineSeparator(), "\n");
    }

    static byte[] foreign(String name, String venue, List<Company> companies) {
        StringBuilder text = new StringBuilder();
        for (Company company : companies) {
            text.append(cells(venue, company.ticker(), "가상 " + company.ticker(), company.name(), "2", ""));
        }
        text.append(cells(venue, "QWAR", "가상 워런트", "Imaginary Warrant", "4", ""));
        text.append(cells(venue, "QETF", "가상 펀드", "Imaginary Fund", "3", "001"));
        text.append(cells(venue, "QETN", "가상 채권", "Imaginary Note", "3", "002"));
        return zipped(name, text.toString());
    }

    private static String cells(String venue, String symbol, String korean, String english, String type, String fund) {
        String[] cells = {
            "US",
            "01",
            venue,
            "미국",
            symbol,
            "D" + venue + symbol,
            korean,
            english,
            type,
            "USD",
            "4",
            "1",
            "10.0000",
            "1",
            "1",
            "0930",
            "1600",
            "N",
            "",
            "",
            "0",
            "1",
            fund,
            ""
        };
        return String.join("\t", cells) + "\n";
    }

    private static byte[] zipped(String name, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(KOREAN));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
