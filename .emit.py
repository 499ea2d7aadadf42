import re, json, textwrap
PLAIN = re.compile(r"^[A-Za-zÀ-ÿ0-9][^#]*$")
RES = {"yes","no","on","off","true","false","null","y","n","~"}
D="/tmp/w4/content/error-texts/"
def q(v): return json.dumps(v,ensure_ascii=False)
def scalar(v, ind, key, width=125):
    one = f"{' '*ind}{key}: "
    plain = bool(PLAIN.match(v)) and ": " not in v and not v.endswith(":") and v.lower() not in RES and not re.fullmatch(r"[0-9.eE+_-]+", v)
    if plain and len(one)+len(v) <= width: return [one+v]
    if len(one)+len(q(v)) <= width or (key=="text" and ("  " in v or v!=v.strip() or "\n" in v)): return [one+q(v)]
    return [f"{one}>-"]+[' '*(ind+2)+l for l in textwrap.wrap(v, width-ind-2, break_long_words=False, break_on_hyphens=False)]
def emit(block, **rep):
    for k,v in rep.items(): block=block.replace("@"+k, v)
    head={}; src=[]; ents=[]; cur=None
    for line in block.strip().splitlines():
        if not line.strip(): continue
        k,_,v=line.partition(" ")
        if k!="T": v=v.strip()
        if k=="FILE": head["id"],head["name"],head["language"],head["versions"]=[x.strip() for x in v.split("|")]
        elif k=="S": src.append([x.strip() for x in v.split("|")])
        elif k=="T": cur={"T":v.replace("\\n","\n")}; ents.append(cur)
        else:
            assert k in "PEFAB" and k not in cur,(k,line); cur[k]=v
    o=["# yaml-language-server: $schema=../../schema/error-texts.schema.json", f"id: {head['id']}"]
    o+=scalar(head["name"],0,"name")+([f'language: "{head["language"]}"'] if "#" in head["language"] else [f"language: {head['language']}"])
    if head["versions"]: o+=scalar(head["versions"],0,"versions")
    o.append("texts:"); seen=set(); ids={s[0] for s in src}; used=set()
    for e in ents:
        t=e["T"]; assert t not in seen,t; seen.add(t)
        pr,codes,ss=[x.strip() for x in e["P"].split("|")]
        assert pr in {"exception","log","console","close-reason","http-response"},pr
        l=scalar(t,4,"text"); l[0]="  - "+l[0][4:]; o+=l
        o.append(f"    printed_as: {pr}")
        o.append("    codes: ["+", ".join(q(c) for c in codes.split())+"]")
        for nm,a,b in (("explanation","E","F"),("act","A","B")):
            if a in e: o.append(f"    {nm}:"); o+=scalar(e[a],6,"en")+scalar(e[b],6,"fr")
        s=ss.split(); assert s and set(s)<=ids,(t,s); used|=set(s)
        o.append("    sources: ["+", ".join(s)+"]")
    assert used==ids,ids-used
    o.append("sources:")
    for sid,title,url,*rest in src:
        o.append(f"  - id: {sid}"); o+=scalar(title,4,"title"); o.append(f"    url: {url}"); o.append("    verified: true")
        if not rest: o.append("    checked: 2026-11-22")
    open(D+head["id"]+".yaml","w",encoding="utf-8").write("\n".join(o)+"\n")
    print(head["id"],len(ents))
