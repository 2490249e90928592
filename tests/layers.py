"""The layers of the application, drawn as a table: what each part may import."""

FILES = ["defusedxml", "duckdb", "openpyxl", "pandas", "pyarrow", "python_calamine"]
WORDS = [
    *("core.care_forms", "core.codes", "core.errors", "core.products", "core.referrers"),
    *("core.tables", "core.talk_codes"),
]

MAY_IMPORT = {
    "core/__init__.py": [],
    "core/tables.py": ["narwhals"],
    "core/errors.py": [],
    "core/care_forms.py": ["core.tables"],
    "core/codes.py": ["core.tables"],
    "core/referrers.py": ["core.codes", "core.tables"],
    "core/talk_codes.py": ["core.tables"],
    "core/products.py": ["core.care_forms", "core.tables"],
    "core/stopping.py": ["duckdb"],
    "core/frames.py": [
        *("narwhals", "duckdb", "pandas", "polars", "pyspark", "core.stopping", "core.tables"),
    ],
    "core/trajectories": ["narwhals", *WORDS, "core.frames", "core.trajectories"],
    "core/intervals.py": ["scipy"],
    "core/timing": [
        *("narwhals", "numpy", "pandas", "statsmodels", *WORDS, "core.frames", "core.intervals"),
        *("core.timing", "core.trajectories"),
    ],
    "core/sequences": [
        *("narwhals", "numpy", "pandas", "scipy", "sklearn", "threadpoolctl", *WORDS),
        "core.frames",
        *("core.intervals", "core.protection", "core.sequences", "core.trajectories"),
    ],
    "core/graphs": [
        *("narwhals", "networkx", "numpy", "pandas", *WORDS, "core.frames", "core.graphs"),
        *("core.intervals", "core.trajectories"),
    ],
    "core/stacking": [
        *("narwhals", "pandas", *WORDS, "core.frames", "core.stacking", "core.trajectories"),
    ],
    "core/stepping": [
        *("numpy", "pandas", "scipy", "core.protection", "core.stepping", "core.timing"),
        "core.trajectories",
    ],
    "core/opendata": [
        *("pandas", "pyarrow", "requests", "urllib3", *WORDS, "core.opendata"),
        *("core.storage.places", "core.storage.troubles", "core.text"),
    ],
    "core/benchmark": [
        *("numpy", "pandas", "scipy", "sklearn", "statsmodels", *WORDS, "core.benchmark"),
        *("core.intervals", "core.opendata"),
    ],
    "core/expected": [
        *("numpy", "pandas", "scipy", "sklearn", "statsmodels", *WORDS, "core.expected"),
        *("core.intervals", "core.opendata", "threadpoolctl"),
    ],
    "core/districts": [
        *("narwhals", "numpy", "pandas", "scipy", "sklearn", *WORDS, "core.districts"),
        *("core.expected", "core.frames", "core.intervals", "core.opendata", "core.stacking"),
        "core.trajectories",
    ],
    "core/providers": [
        *("narwhals", "numpy", "pandas", *WORDS, "core.frames", "core.graphs", "core.intervals"),
        *("core.providers", "core.timing", "core.trajectories"),
    ],
    "core/referrals": [
        *("narwhals", "numpy", "pandas", "scipy", *WORDS, "core.frames", "core.intervals"),
        *("core.opendata", "core.referrals", "core.timing", "core.trajectories"),
    ],
    "core/protection": [
        *("narwhals", "numpy", "pandas", "scipy", *WORDS, "core.frames", "core.protection"),
    ],
    "core/disclosure.py": [
        *("narwhals", "pandas", "core.frames", "core.protection", "core.tables"),
    ],
    "core/purposes.py": ["core.tables"],
    "core/complements.py": ["pandas", "core.protection"],
    "core/levels.py": ["core.disclosure"],
    "core/rows.py": ["pandas", "core.disclosure", "core.frames"],
    "core/text": [
        *(
            "pandas",
            "core.benchmark",
            "core.complements",
            "core.disclosure",
            "core.intervals",
            "core.opendata.publications",
            "core.opendata.topics",
            "core.protection",
            "core.providers.peers",
            "core.purposes",
            "core.reading.delivery",
            "core.sequences.patterns",
            "core.sequences.places",
            "core.text",
            *WORDS,
        ),
        *("core.trajectories.calendar", "core.trajectories.rules"),
        "core.trajectories.seven_forms",
    ],
    "core/reading": [
        *("narwhals", *FILES, *WORDS, "core.frames", "core.reading", "core.text"),
        *("core.trajectories.calendar", "core.trajectories.rules"),
    ],
    "core/quality": [
        *("narwhals", "openpyxl", "pandas", *WORDS, "core.disclosure", "core.frames"),
        *("core.quality", "core.text", "core.trajectories"),
    ],
    "core/sample": [
        *("numpy", "openpyxl", "pyarrow", "scipy", *WORDS, "core.sample"),
        *("core.opendata.breaks", "core.opendata.topics"),
    ],
    "core/analysis.py": [
        *("narwhals", *WORDS, "core.frames", "core.quality.repairing", "core.reading"),
        "core.trajectories",
    ],
    "core/datasets.py": [
        "narwhals",
        "core.analysis",
        "core.frames",
        "core.reading",
        "core.tables",
        "core.trajectories",
    ],
    "core/loosening.py": ["core.analysis", "core.datasets", "core.trajectories"],
    "core/inspection.py": [
        *("pandas", "core.datasets", "core.frames", "core.quality", "core.tables"),
        "core.trajectories.rules",
    ],
    "core/opening.py": ["core.datasets", "core.frames", "core.reading", "core.tables"],
    "core/storage": [
        *("alembic", "duckdb", "pandas", "sqlalchemy", *WORDS, "core.datasets", "core.frames"),
        *("core.opening", "core.protection", "core.reading", "core.storage", "core.text"),
        *("core.trajectories.calendar", "numpy"),
    ],
    "core/writing.py": [
        "core.__version__",
        *("narwhals", "pandas", "pyarrow", *WORDS, "core.analysis", "core.disclosure"),
        *("core.frames", "core.reading", "core.text", "core.trajectories"),
    ],
    "core/sensitivity.py": [
        *(*WORDS, "core.analysis", "core.frames", "core.trajectories"),
    ],
    "core/readings.py": [
        *(*WORDS, "core.analysis", "core.disclosure", "core.frames", "core.trajectories"),
        "narwhals",
    ],
    "core/page_choices.py": [],
    "core/choice_words.py": ["core.page_choices", "core.trajectories.calendar"],
    "core/links.py": [*WORDS, "core.trajectories.calendar", "core.trajectories.rules"],
    "core/charts": ["altair", "pandas", "core.charts", "core.tables", "core.text"],
    "core/export": [
        *("PIL", "altair", "docx", "openpyxl", "pandas", "pptx", "vl_convert", "core.charts"),
        *("core.export", "core.tables", "core.text"),
    ],
    "core/session.py": [
        *("streamlit", "core.analysis", "core.datasets", "core.disclosure", "core.errors"),
        *(
            "core.frames",
            "core.levels",
            "core.links",
            "core.opendata",
            "core.opening",
            "core.protection",
            "core.storage",
            "core.text",
        ),
        "core.trajectories",
    ],
    "core/__main__.py": [
        *("core.analysis", "core.disclosure", "core.errors", "core.frames", "core.reading"),
        *(
            "core.opendata",
            "core.opening",
            "core.protection.policy",
            "core.sample",
            "core.storage",
            "core.text",
            "core.trajectories",
            "core.writing",
        ),
    ],
    "pages": [
        "core.__version__",
        *(
            "streamlit",
            "starlette",
            "altair",
            "pandas",
            "pages",
            "core.charts",
            "core.complements",
            "core.datasets",
            "core.disclosure",
            "core.choice_words",
            "core.levels",
            "core.loosening",
            "core.page_choices",
            "core.rows",
        ),
        *("core.analysis.Analysis", "core.analysis.count_attrition"),
        *("core.readings", "core.sensitivity"),
        *(
            "core.errors",
            "core.frames.Frame",
            "core.frames.hold",
            "core.inspection",
            "core.links",
            "core.opening",
            "core.reading",
            "core.session",
            "core.storage",
        ),
        *("core.graphs", "core.intervals", "core.sequences", "core.stacking", "core.timing"),
        *("core.stepping", "core.talk_codes"),
        *("core.quality", "core.stopping", "core.tables", "core.text", "core.trajectories"),
        *("core.benchmark", "core.districts", "core.expected", "core.opendata"),
        *("core.export", "core.protection", "core.providers", "core.referrals"),
    ],
    "streamlit_app.py": ["streamlit", "core.charts", "pages.fence", "pages.settings"],
}
"""Parts from the inside outward, each with all that it may import besides Python itself."""

LAZY = (
    *("core/graphs", "core/sequences", "core/stacking", "core/timing", "core/trajectories"),
    *("core/districts", "core/providers", "core/referrals", "core/stepping"),
    *("core/charts", "core/session.py", "core/text", "pages"),
)
"""Parts that never take rows out of an engine: for them ``core.disclosure`` does, protected."""

PACKAGES = {
    "PIL": "pillow",
    "docx": "python-docx",
    "pptx": "python-pptx",
    "python_calamine": "python-calamine",
    "sklearn": "scikit-learn",
    "vl_convert": "vl-convert-python",
}
"""Packages whose name in the registry is not the name that is imported."""
