#!/usr/bin/env python3
"""Writes number-pairs.tsv: forms in which a number is stored and forms in which it is dialled, over many regions.

What to expect is put together from each country's code, trunk prefix and exit code, as the table below gives them, and never asked
of a parser: a misreading there must not become the expectation here. The numbers are the made-up examples of the numbering plans.
Columns: region, stored, dialled, expected (E.164; "-": this dialled form must find nobody, whoever is stored).
"""
import pathlib

# region: code, trunk prefix, exit code, national number in its usual groups
PLANS = {
    "US": ("1", "1", "011", "201 555 0123"), "CA": ("1", "1", "011", "506 234 5678"), "GB": ("44", "0", "00", "121 234 5678"),
    "DE": ("49", "0", "00", "30 123456"), "FR": ("33", "0", "00", "1 23 45 67 89"), "IT": ("39", "", "00", "02 1234 5678"),
    "ES": ("34", "", "00", "810 12 34 56"), "NL": ("31", "0", "00", "10 123 4567"), "BE": ("32", "0", "00", "12 34 56 78"),
    "CH": ("41", "0", "00", "21 234 56 78"), "AT": ("43", "0", "00", "1 234567890"), "SE": ("46", "0", "00", "8 12 34 56"),
    "NO": ("47", "", "00", "21 23 45 67"), "DK": ("45", "", "00", "32 12 34 56"), "FI": ("358", "0", "00", "13 1234567"),
    "PL": ("48", "", "00", "12 345 67 89"), "CZ": ("420", "", "00", "212 345 678"), "PT": ("351", "", "00", "21 234 5678"),
    "IE": ("353", "0", "00", "22 12345"), "AU": ("61", "0", "0011", "2 1234 5678"), "NZ": ("64", "0", "00", "3 234 5678"),
    "JP": ("81", "0", "010", "3 1234 5678"), "KR": ("82", "0", "", "2 212 3456"), "CN": ("86", "0", "00", "10 1234 5678"),
    "HK": ("852", "", "001", "2123 4567"), "SG": ("65", "", "", "6123 4567"), "IN": ("91", "0", "00", "74104 10123"),
    "MX": ("52", "", "00", "200 123 4567"), "BR": ("55", "0", "", "11 2345 6789"), "AR": ("54", "0", "00", "11 2345 6789"),
    "CL": ("56", "", "", "2 2123 4567"), "RU": ("7", "8", "", "301 123 45 67"), "UA": ("380", "0", "00", "31 123 4567"),
    "TR": ("90", "0", "00", "212 345 6789"), "GR": ("30", "", "00", "21 2345 6789"), "HU": ("36", "06", "00", "1 234 5678"),
    "RO": ("40", "0", "00", "21 123 4567"), "IL": ("972", "0", "", "2 123 4567"), "ZA": ("27", "0", "00", "10 123 4567"),
    "EG": ("20", "0", "00", "2 34567890"), "SA": ("966", "0", "00", "11 234 5678"), "AE": ("971", "0", "00", "2 234 5678"),
    "TH": ("66", "0", "", "2 123 4567"), "MY": ("60", "0", "00", "3 2385 6789"), "VN": ("84", "0", "00", "210 1234 567"),
}


def stored_forms(code, trunk, groups):
    digits = "".join(groups)
    national = trunk + digits
    return [
        f"+{code} {' '.join(groups)}",
        f"+{code}-{'-'.join(groups)}",
        f"+{code}{digits}",
        f"({trunk}{groups[0]}) {' '.join(groups[1:])}",
        f"{trunk}{groups[0]}.{'.'.join(groups[1:])}",
        national,
        f"tel:+{code}-{'-'.join(groups)}",
        f"\u00a0+{code} ({groups[0]}) {'-'.join(groups[1:])} ",
    ]


def dialled_forms(code, trunk, exit_code, groups):
    digits = "".join(groups)
    forms = [f"+{code}{digits}", f"{trunk}{digits}", f"{trunk}{groups[0]} {' '.join(groups[1:])}", f"+{code} {' '.join(groups)}"]
    if exit_code:
        forms.append(f"{exit_code}{code}{digits}")
    return forms


def near_misses(code, digits, known):
    misses = [f"+{code}{digits[:-1]}{(int(digits[-1]) + 1) % 10}", f"+{code}{digits[:-2]}{digits[-1]}{digits[-2]}"]
    misses += [f"+{abroad}{digits}" for abroad in ("47", "45", "49")]
    # The end of a number; short plans have national numbers of that length, which are no ends.
    misses += [digits[-length:] for length in (7, 4) if length + 1 < len(digits)]
    return [miss for miss in misses if miss not in known]


def main():
    lines = []
    known = {f"+{code}{national.replace(' ', '')}" for code, _, _, national in PLANS.values()}
    for region, (code, trunk, exit_code, national) in PLANS.items():
        groups = national.split(" ")
        digits = "".join(groups)
        for stored in stored_forms(code, trunk, groups):
            for dialled in dialled_forms(code, trunk, exit_code, groups):
                lines.append((region, stored, dialled, f"+{code}{digits}"))
        for dialled in near_misses(code, digits, known):
            lines.append((region, f"+{code}{digits}", dialled, "-"))
    path = pathlib.Path(__file__).with_name("number-pairs.tsv")
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    print(len(lines), "pairs,", len(PLANS), "regions")


main()
