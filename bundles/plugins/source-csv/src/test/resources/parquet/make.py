"""Writes the files beside it: pip install pyarrow pandas; python make.py (pyarrow and pandas as of 2026)."""
import datetime, struct
import numpy as np, pandas as pd, pyarrow as pa, pyarrow.parquet as pq

days = pd.date_range("2019-12-30", periods=40, freq="D")
close = np.array([struct.unpack("<d", struct.pack("<Q", 0x3FF0000000000001 + i * 0x123456789ABC))[0] for i in range(40)])
open_ = close / 3
open_[7] = np.nan
frame = pd.DataFrame({
    "date": days, "ticker": ["AAA" if i % 3 else "BBB" for i in range(40)], "open": open_, "high": close * 2,
    "low": open_ / 7, "close": close, "volume": np.arange(40, dtype="int64") * 1000 + 1,
})
frame.to_parquet("pandas.parquet")                                      # snappy, dictionaries, timestamps, a pandas index
frame["date"] = [d.date() for d in days]
table = pa.Table.from_pandas(frame, preserve_index=False)
pq.write_table(table, "gzip-v2.parquet", compression="gzip", data_page_version="2.0", row_group_size=17)
pq.write_table(table, "plain.parquet", compression="none", use_dictionary=False)
pq.write_table(table, "zstd.parquet", compression="zstd")
pq.write_table(table.append_column("note", pa.array([[1, 2]] * 40)), "nested.parquet")
for name, column in [("open", frame.open), ("close", frame.close)]:
    with open(name + ".txt", "w") as out:
        out.write("\n".join("" if np.isnan(v) else v.hex() for v in column) + "\n")
