"""Which question-passage files are trained on, how often, and how many pairs of each are held out for measuring.

What the files hold, where they come from and their licences: README.md. Questions that people really asked are drawn
most, headings and summaries less, product documentation hardly ever.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    weight: float  # how often a pair is drawn, relative to the other sources; 0: measured on, never trained on
    held_out: int = 0


_REAL_QUESTIONS = {
    "cc_faq": Source(1, held_out=25),
    "conditionalqa": Source(2, held_out=400),
    "covid_faq": Source(1, held_out=50),
    "covidqa_deepset": Source(1, held_out=150),
    "medquad": Source(0.6, held_out=250),
    "openstax_ccby_exercises": Source(1, held_out=50),
    "pubmedqa_pqal": Source(0.7, held_out=200),
    "strategyqa": Source(1, held_out=150),
    "usgov_ada_gov": Source(2, held_out=150),
}

_HEADINGS_AND_SUMMARIES = {
    "arxiv_title_abstract": Source(0.2),
    "basecamp_policies": Source(1),
    "github_site_policy": Source(1),
    "ni_qasc_para": Source(0.3),
    "opensource_guide": Source(1),
    "openstax_ccby_glossary": Source(0.7),
    "openstax_ccby_sections": Source(0.7, held_out=100),
    "scitldr": Source(0.3),
    "ukgov_developer_docs": Source(0.4),
    "ukgov_get_into_teaching": Source(1),
    "usgov_18f_site": Source(0.5),
    "usgov_digitalgov": Source(0.4, held_out=100),
    "usgov_idmanagement": Source(0.5),
    "usgov_login_gov": Source(0.5),
    "usgov_nist_800_63_3": Source(0.5),
    "usgov_nist_800_63_4": Source(0.5),
    "usgov_plainlanguage": Source(0.7),
    "usgov_pra_gov": Source(0.5),
    "usgov_project_open_data": Source(0.5),
    "usgov_resources_data_gov": Source(0.5),
    "usgov_smartpay": Source(0.5),
    "usgov_tts_handbook": Source(0.5),
    "usgov_usds_playbook": Source(0.5),
    "usgov_va_content": Source(0.5),
}

_PRODUCT_DOCUMENTATION = {
    "msdocs_d365_guidance": Source(0.05),
    "msdocs_d365smb": Source(0.05),
    "msdocs_deployoffice": Source(0.03),
    "msdocs_exchange": Source(0.05),
    "msdocs_powershell": Source(0.05),
    "msdocs_sharepoint": Source(0.05),
}

# On other subjects than any that is trained on, and under CC BY-SA, which the model is kept free of.
_MEASURED_ONLY = {
    "boolq_valtest": Source(0, held_out=400),
    "fetaqa_devtest": Source(0, held_out=400),
    "qed_nq_dev": Source(0, held_out=400),
    "selqa_devtest": Source(0, held_out=400),
}

SOURCES = _REAL_QUESTIONS | _HEADINGS_AND_SUMMARIES | _PRODUCT_DOCUMENTATION | _MEASURED_ONLY
