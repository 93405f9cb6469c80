"""The states of the United States as news agencies shorten them: "Sen. Ada Quill (D-Vt.)"."""

from __future__ import annotations

__all__ = ["PARTIES", "STATES"]

PARTIES = {"d": ("democrat", "democratic"), "r": ("republican", "gop"), "i": ("independent", "independent")}
STATES = {
    short: name
    for pair in (
        "ala alabama,ariz arizona,ark arkansas,calif california,colo colorado,conn connecticut,"
        "del delaware,fla florida,ga georgia,ill illinois,ind indiana,kan kansas,ky kentucky,"
        "la louisiana,md maryland,mass massachusetts,"
        "mich michigan,minn minnesota,miss mississippi,mo missouri,mont montana,neb nebraska,nev nevada,"
        "nh new hampshire,nj new jersey,nm new mexico,ny new york,nc north carolina,nd north dakota,okla oklahoma,"
        "ore oregon,pa pennsylvania,ri rhode island,sc south carolina,sd south dakota,tenn tennessee,tex texas,"
        "vt vermont,va virginia,wash washington,wva west virginia,wis wisconsin,wyo wyoming"
    ).split(",")
    for short, _, name in (pair.partition(" "),)
}
