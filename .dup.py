import glob,re,yaml,collections,sys
seen=collections.defaultdict(list)
def walk(v,path):
    if isinstance(v,dict):
        for k,x in v.items():
            if k in("sources","translation"): continue
            walk(x,path+(k,))
    elif isinstance(v,list):
        for i,x in enumerate(v): walk(x,path+(i,))
    elif isinstance(v,str) and path[-1] in("en","fr"):
        for s in re.split(r"(?<=[.!?])\s+",v.replace("\n"," ")):
            s=s.strip(" -*")
            if len(s)>12: seen[s.lower()].append(path[0]+":"+".".join(map(str,path[1:])))
for f in glob.glob("/tmp/w4/content/**/*.yaml",recursive=True):
    walk(yaml.safe_load(open(f)),(f[len("/tmp/w4/content/"):],))
for s,p in seen.items():
    if len(p)>1 and any("error-texts" in x or "timeouts" in x for x in p): print(s,p)
n=0
for f in sorted(glob.glob("/tmp/w4/content/error-texts/*.yaml")):
    d=yaml.safe_load(open(f)); n+=len(d["texts"])
    for i,l in enumerate(open(f),1):
        if len(l.rstrip("\n"))>125 and "url:" not in l: print(f,i,len(l),l[:60])
    for t in d["texts"]:
        for k in("explanation","act"):
            for la,v in t.get(k,{}).items():
                ns=len(re.findall(r"[.!?](?=\s|$)",v))
                if not v.rstrip().endswith((".","!","?")): print("no stop",f,t["text"][:40],k,la)
                if ns>2: print("sentences",ns,f,t["text"][:50],k,la)
                if la=="fr":
                    m=re.search(r"[^\s]([;!?])(?=\s|$)|(?<![\s0-9:/])[:](?=\s|$)",re.sub(r"`[^`]*`","X",v))
                    if m: print("fr space",f,v[max(0,m.start()-20):m.end()+10])
print("total",n)
