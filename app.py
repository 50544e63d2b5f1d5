"""The page's entry for Streamlit: `padan serve`, or `streamlit run app.py`."""

from padan.ui.page import draw_page

draw_page()
