import sys
sys.path.insert(0,".")
import datetime
from pathlib import Path
from handbill.pipeline import build
from handbill.progress import Silence
from handbill.problems import CampaignError
try: print(build(Path(sys.argv[1] if len(sys.argv)>1 else "."), datetime.date.today(), Silence()))
except CampaignError as e: print(e)
